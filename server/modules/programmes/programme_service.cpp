#include "modules/programmes/programme_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"

#include "modules/programmes/equivalence_store.hpp"

namespace nangluc::programmes {

// What the audit keeps.
struct ProgrammeChange {
    std::string code;
    int number = 1;
    ProgrammeStatus status{};
};
BOOST_DESCRIBE_STRUCT(ProgrammeChange, (), (code, number, status))

static void note_in_audit(
    db::Tx& tx, const Kit& kit, const Actor& actor, std::string_view act, const Programme& programme
) {
    const auto& [code, number] = std::pair(programme.version.code, programme.version.number);
    kit.audit.write(
        tx,
        actor,
        {.act = act,
         .object = programme.version.id.value,
         .unit = programme.owner,
         .change = json::write(ProgrammeChange{code, number, programme.status})}
    );
}

static Result<UnitPath> place_of(db::Tx& tx, const Programme& programme, AsOf at) {
    return organisation::path_of(tx, organisation::successor_on(tx, programme.owner, at.on), at);
}

static bool may_approve(const Actor& actor, const UnitPath& place) {
    return actor.may(Permission::edit_programmes, place) ||
           actor.may(Permission::approve_plans, place);
}

// Drafts are shown to who may edit or approve them.
static Result<Programme> find_readable(
    db::Tx& tx, const Actor& actor, ProgrammeVersionId id, AsOf at
) {
    auto programme = TRY(find_programme_version(tx, id));
    if (programme.status == ProgrammeStatus::draft) {
        const auto place = TRY(place_of(tx, programme, at));
        if (!may_approve(actor, place)) return not_found("programme_version");
    }
    return programme;
}

static Result<Programme> find_editable(
    db::Tx& tx, const Actor& actor, ProgrammeVersionId id, AsOf at
) {
    auto programme = TRY(find_programme_version(tx, id));
    const auto place = TRY(place_of(tx, programme, at));
    TRY(actor.require(Permission::edit_programmes, place, "programme_version"));
    return programme;
}

static Result<Programme> find_draft(
    db::Tx& tx, const Actor& actor, const ProgrammeService::Read& read, AsOf at
) {
    auto programme = TRY(find_editable(tx, actor, read.first, at));
    if (programme.lock != read.second) return stale("programme.stale");
    TRY(programme.open_to_change());
    return programme;
}

std::vector<Programme> ProgrammeService::list(const CatalogueQuestion& question, Date on) {
    return kit_.db.read([&](db::Tx& tx) { return list_programmes(tx, question, on); });
}

std::vector<Programme> ProgrammeService::drafts(const Actor& actor) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) {
        auto drafts = list_drafts(tx);
        std::erase_if(drafts, [&](const Programme& draft) {
            const auto place = place_of(tx, draft, now);
            return !place || !may_approve(actor, place.value());
        });
        return drafts;
    });
}

static std::vector<Programme> versions_of(db::Tx& tx, const Actor& actor, ProgrammeId id, AsOf at) {
    std::vector<Programme> versions;
    for (const auto version : list_version_ids(tx, id)) {
        auto programme = find_readable(tx, actor, version, at);
        if (programme) versions.push_back(take(programme));
    }
    return versions;
}

static OtherProgramme other_of(const Programme& programme) {
    const auto& version = programme.version;
    return {version.programme, version.id, version.code, version.title, version.title_en};
}

static OtherProgramme other_of(db::Tx& tx, const Actor& actor, ProgrammeId id, AsOf at) {
    const auto versions = versions_of(tx, actor, id, at);
    const auto approved = std::ranges::find(
        versions, ProgrammeStatus::approved, [](const auto& each) { return each.status; }
    );
    return approved == versions.end() ? OtherProgramme{.programme = id} : other_of(*approved);
}

Result<ProgrammePage> ProgrammeService::find(
    const Actor& actor, ProgrammeVersionId id, std::string language
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<ProgrammePage> {
        ProgrammePage page{.programme = TRY(find_readable(tx, actor, id, now))};
        const auto& version = page.programme.version;
        page.place = TRY(place_of(tx, page.programme, now));
        page.topics = list_topics(tx, id);
        page.versions = versions_of(tx, actor, version.programme, now);
        for (const auto& outcome : version.outcomes) {
            const auto competency =
                TRY(competency::find_competency(tx, outcome.competency, language));
            page.outcomes.push_back({outcome, competency.code, competency.name, competency.levels});
        }
        for (const auto prerequisite : version.prerequisites) {
            page.prerequisites.push_back(other_of(tx, actor, prerequisite, now));
        }
        for (const auto& each : list_equivalences(tx, version.programme, now)) {
            const bool for_other = each.programme == version.programme;
            const auto other = for_other ? each.stands_for : each.programme;
            page.equivalences.push_back(
                {other_of(tx, actor, other, now), for_other, each.months_valid}
            );
        }
        return page;
    });
}

Result<std::vector<Programme>> ProgrammeService::versions(const Actor& actor, ProgrammeId id) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Programme>> {
        auto versions = versions_of(tx, actor, id, now);
        if (versions.empty()) return not_found("programme");
        return versions;
    });
}

// The programmes in force that share so much with a version, each once.
static std::map<ProgrammeId, Overlap> list_overlaps(
    db::Tx& tx, const Version& version, int percent, Date on
) {
    std::map<ProgrammeId, Overlap> found;
    for (const auto& outcome : version.outcomes) {
        const CatalogueQuestion sharing{.competency = outcome.competency, .limit = 1'000};
        for (const auto& other : list_programmes(tx, sharing, on)) {
            const int shared = overlap_percent(version, other.version);
            const bool is_itself = other.version.programme == version.programme;
            if (is_itself || shared < percent || shared == 0) continue;
            found.emplace(other.version.programme, Overlap{other_of(other), shared});
        }
    }
    return found;
}

Result<std::vector<Overlap>> ProgrammeService::overlaps(
    const Actor& actor, ProgrammeVersionId id, int percent
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Overlap>> {
        const auto programme = TRY(find_readable(tx, actor, id, now));
        auto found = list_overlaps(tx, programme.version, percent, now.on);
        std::vector<Overlap> overlaps;
        for (auto& [other, overlap] : found) overlaps.push_back(std::move(overlap));
        std::ranges::stable_sort(overlaps, std::greater{}, &Overlap::percent);
        return overlaps;
    });
}

// The competencies and programmes that a draft names must be there.
static Result<> check_references(db::Tx& tx, const Version& version) {
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < version.outcomes.size(); ++i) {
        const auto& outcome = version.outcomes[i];
        const auto at = "/outcomes/" + std::to_string(i);
        const auto competency = competency::find_competency(tx, outcome.competency, "en");
        if (!competency) {
            faults.push_back({at + "/competency", "unknown"});
        } else if (outcome.to_level > competency.value().levels) {
            faults.push_back({at + "/to_level", "out_of_range"});
        }
    }
    for (std::size_t i = 0; i < version.prerequisites.size(); ++i) {
        const auto prerequisite = version.prerequisites[i];
        const bool own = prerequisite == version.programme;
        if (own || list_version_ids(tx, prerequisite).empty()) {
            faults.push_back({"/prerequisites/" + std::to_string(i), "unknown"});
        }
    }
    if (!faults.empty()) return invalid("programme.invalid", std::move(faults));
    return {};
}

Result<ProgrammeVersionId> ProgrammeService::draft(const Actor& actor, Programme wish) {
    const auto now = kit_.clock.as_of_now();
    wish.version.id = kit_.ids.make<ProgrammeVersionId>();
    wish.version.programme = kit_.ids.make<ProgrammeId>();
    wish.author = actor.account();
    wish.period = {now.on};
    return kit_.db.transaction([&](db::Tx& tx) -> Result<ProgrammeVersionId> {
        const auto place = TRY(organisation::path_of(tx, wish.owner, now));
        TRY(actor.require(Permission::edit_programmes, place, "unit"));
        TRY(wish.check());
        TRY(check_references(tx, wish.version));
        if (has_code(tx, wish.version.code)) return conflict("programme.twice");

        add_programme(tx, wish.version.programme, wish, now.known_at);
        add_version(tx, kit_, wish);
        note_in_audit(tx, kit_, actor, "programme.drafted", wish);
        return wish.version.id;
    });
}

Result<ProgrammeVersionId> ProgrammeService::draft_next(
    const Actor& actor, ProgrammeVersionId from
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<ProgrammeVersionId> {
        const auto programme = TRY(find_editable(tx, actor, from, now));
        const auto newest = list_version_ids(tx, programme.version.programme).front();
        if (newest != from) return conflict("programme.newer_version");
        if (programme.status == ProgrammeStatus::draft) return conflict("programme.still_draft");

        const auto id = kit_.ids.make<ProgrammeVersionId>();
        const auto next = programme.next_draft(id, actor.account());
        add_version(tx, kit_, next);
        add_topics(tx, kit_, id, list_topics(tx, from));
        note_in_audit(tx, kit_, actor, "programme.drafted", next);
        return id;
    });
}

Result<> ProgrammeService::edit(const Actor& actor, const Read& read, const Programme& wish) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto found = TRY(find_draft(tx, actor, read, now));
        auto changed = wish;
        changed.owner = found.owner;
        changed.status = found.status;
        changed.author = found.author;
        changed.lock = found.lock;
        changed.period = found.period;
        changed.version.id = found.version.id;
        changed.version.programme = found.version.programme;
        changed.version.code = found.version.code;
        changed.version.number = found.version.number;
        TRY(changed.check());
        TRY(check_references(tx, changed.version));
        TRY(save_content(tx, kit_, changed));
        note_in_audit(tx, kit_, actor, "programme.edited", changed);
        return {};
    });
}

Result<int> ProgrammeService::replace_topics(
    const Actor& actor, const Read& read, const std::vector<Topic>& topics
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<int> {
        auto programme = TRY(find_draft(tx, actor, read, now));
        TRY(save_content(tx, kit_, programme));
        programmes::replace_topics(tx, kit_, programme.version.id, topics);
        note_in_audit(tx, kit_, actor, "programme.topics_replaced", programme);
        return static_cast<int>(topics.size());
    });
}

// What was in force until now stays what its runs were held in.
static Result<> end_version_before(db::Tx& tx, const Programme& approved) {
    for (const auto id : list_version_ids(tx, approved.version.programme)) {
        auto before = TRY(find_programme_version(tx, id));
        const bool in_force = before.status == ProgrammeStatus::approved && before.period.is_open();
        if (id == approved.version.id || !in_force) continue;
        before.period.until = std::max(approved.period.from, before.period.from);
        TRY(save_status(tx, before));
    }
    return {};
}

Result<> ProgrammeService::approve(const Actor& actor, const Read& read) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto programme = TRY(find_readable(tx, actor, read.first, now));
        const auto place = TRY(place_of(tx, programme, now));
        if (!actor.may(Permission::approve_plans, place)) {
            TRY(actor.require(Permission::edit_programmes, place, "programme_version"));
        }
        if (programme.lock != read.second) return stale("programme.stale");
        TRY(programme.approve(actor.account(), now.on));
        TRY(end_version_before(tx, programme));
        TRY(save_status(tx, programme));
        note_in_audit(tx, kit_, actor, "programme.approved", programme);
        return {};
    });
}

Result<> ProgrammeService::add_equivalence(const Actor& actor, Equivalence equivalence) {
    const auto now = kit_.clock.as_of_now();
    equivalence.period = {now.on};
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto own = list_version_ids(tx, equivalence.programme);
        if (own.empty()) return not_found("programme");
        const auto programme = TRY(find_editable(tx, actor, own.front(), now));
        if (equivalence.programme == equivalence.stands_for) {
            return invalid("equivalence.itself", {{"/stands_for", "unknown"}});
        }
        if (list_version_ids(tx, equivalence.stands_for).empty()) {
            return invalid("equivalence.unknown", {{"/stands_for", "unknown"}});
        }
        for (const auto& other : list_equivalences(tx, equivalence.programme, now)) {
            const bool same = other.programme == equivalence.programme &&
                              other.stands_for == equivalence.stands_for;
            if (same) return conflict("equivalence.twice");
        }
        programmes::add_equivalence(tx, kit_, equivalence);
        note_in_audit(tx, kit_, actor, "programme.equivalence_added", programme);
        return {};
    });
}

}  // namespace nangluc::programmes
