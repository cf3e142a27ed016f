#pragma once

namespace nangluc {
class Clock;
}

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

class PostService;

// /positions, /units/{unit}/posts, /posts/{post}/authorisation.
void add_post_routes(http::Router& router, PostService& posts, const Clock& clock);

}  // namespace nangluc::organisation
