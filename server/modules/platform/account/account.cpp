#include "modules/platform/account/account.hpp"

#include <algorithm>

namespace nangluc::platform {

Result<> Account::close() {
    if (status == AccountStatus::closed) return conflict("account.already_closed");

    status = AccountStatus::closed;
    return {};
}

Result<> Account::reopen() {
    if (status == AccountStatus::active) return conflict("account.already_open");

    status = AccountStatus::active;
    return {};
}

Result<> check_login(std::string_view login) {
    const auto is_allowed = [](char c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_digit = c >= '0' && c <= '9';
        return is_letter || is_digit || c == '.' || c == '-' || c == '_' || c == '@';
    };
    const bool has_length = login.size() >= 3 && login.size() <= 60;
    if (!has_length || !std::ranges::all_of(login, is_allowed)) {
        return invalid("account.login_malformed", {{"/login", "malformed"}});
    }
    return {};
}

}  // namespace nangluc::platform
