#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/job/job_service.hpp"

namespace nangluc::platform {

void add_job_routes(http::Router& router, JobService& jobs);

}  // namespace nangluc::platform
