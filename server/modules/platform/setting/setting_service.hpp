#pragma once

#include "kit/kit.hpp"

#include "modules/platform/setting/setting.hpp"

namespace nangluc::platform {

// A setting as it stands, with every decision about it.
struct SettingState {
    const KnownSetting* known = nullptr;
    std::int64_t value = 0;
    std::vector<Setting> decisions;
};

struct SettingToSet {
    std::string name;
    std::int64_t value = 0;
    Date from;
    std::string legal_basis;
};

class SettingService {
public:
    explicit SettingService(const Kit& kit) : kit_(kit) {}

    std::vector<SettingState> list();
    // Settings are of the whole installation: the right must be held at the root of the tree.
    Result<SettingState> set(const Actor& actor, const SettingToSet& wanted);

private:
    SettingState state_of(db::Tx& tx, const KnownSetting& known) const;

    Kit kit_;
};

bool may_set(const Actor& actor);

}  // namespace nangluc::platform
