#include "base/result.hpp"

namespace nangluc {

Error::Error(Refusal kind, std::string its_code, std::vector<Fault> its_faults)
    : refusal(kind), code(std::move(its_code)), faults(std::move(its_faults)) {}
Error::Error(const Error&) = default;
Error::Error(Error&&) noexcept = default;
Error& Error::operator=(const Error&) = default;
Error& Error::operator=(Error&&) noexcept = default;
Error::~Error() = default;

Error invalid(std::string code, std::vector<Fault> faults) {
    return {Refusal::invalid, std::move(code), std::move(faults)};
}

Error unauthenticated(std::string code) {
    return {Refusal::unauthenticated, std::move(code)};
}

Error forbidden(std::string code) {
    return {Refusal::forbidden, std::move(code)};
}

Error not_found(std::string code) {
    return {Refusal::not_found, std::move(code)};
}

Error conflict(std::string code, std::vector<Fault> faults) {
    return {Refusal::conflict, std::move(code), std::move(faults)};
}

Error stale(std::string code) {
    return {Refusal::stale, std::move(code)};
}

Error too_large(std::string code) {
    return {Refusal::too_large, std::move(code)};
}

Error too_many(std::string code) {
    return {Refusal::too_many, std::move(code)};
}

Error unavailable(std::string code) {
    return {Refusal::unavailable, std::move(code)};
}

}  // namespace nangluc
