#include "kit/http/http.hpp"

namespace nangluc::http {

Result<> Policy::check(const Actor& actor) const {
    if (kind_ == Kind::open) return {};
    if (!actor.is_signed_in()) return unauthenticated("session.required");
    if (kind_ == Kind::signed_in || actor.may_somewhere(permission_)) return {};
    return forbidden("permission." + name_of(permission_));
}

std::string Policy::text() const {
    switch (kind_) {
        case Kind::open:
            return "open";
        case Kind::signed_in:
            return "signed_in";
        case Kind::needs:
            break;
    }
    return name_of(permission_);
}

}  // namespace nangluc::http
