#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::world {

struct WorldPlan {
    std::filesystem::path share;  // the folder of the reference facts
    // 0: the demo province with its real communes. Otherwise the nation with so many people.
    std::int64_t people = 0;
    // Called now and then with what is being made, for a terminal or a job.
    std::function<void(std::string_view stage, std::int64_t done, std::int64_t total)> progress =
        [](std::string_view, std::int64_t, std::int64_t) {};
};

struct WorldReport {
    UnitId root;
    UnitId province;  // the demo province, Điện Biên
    UnitId commune;   // its commune of Mường Ảng
    std::int64_t communes = 0;
    std::int64_t people = 0;
    std::int64_t posts = 0;
    std::int64_t ratings = 0;
    std::vector<std::string> spreads;  // for a terminal: communes, ratings, profiles
    std::string digest;                // of people, posts and ratings
};

// Fills a migrated, empty database: real units, frameworks and catalogues, invented people. The
// same plan gives the same world, ids included; only the days of its ratings move with today.
// Refuses units.already_there.
Result<WorldReport> build_world(const Kit& kit, const WorldPlan& plan);

}  // namespace nangluc::world
