#include "modules/organisation/unit/unit_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/organisation/unit/unit_reply.hpp"
#include "modules/organisation/unit/unit_service.hpp"

namespace nangluc::organisation {

using http::AsOfQuery;
using http::Policy;
using http::Request;

struct ChildReply {
    UnitReply unit;
    bool has_children = false;
};
BOOST_DESCRIBE_STRUCT(ChildReply, (), (unit, has_children))

struct ChildrenReply {
    std::vector<ChildReply> items;
};
BOOST_DESCRIBE_STRUCT(ChildrenReply, (), (items))

struct FoundUnitReply : UnitReply {
    std::string above;  // full name of the unit above
};
BOOST_DESCRIBE_STRUCT(FoundUnitReply, (UnitReply), (above))

struct UnitsReply {
    std::vector<FoundUnitReply> items;
};
BOOST_DESCRIBE_STRUCT(UnitsReply, (), (items))

struct SuccessionReply {
    UnitId old_unit;
    UnitId new_unit;
    Extent extent{};
    bool is_default = false;
    Date effective_on;
};
BOOST_DESCRIBE_STRUCT(SuccessionReply, (), (old_unit, new_unit, extent, is_default, effective_on))

struct UnitPageReply {
    UnitReply unit;
    bool stands = true;
    std::vector<UnitReply> ancestors;
    std::vector<UnitReply> predecessors;
    std::vector<UnitReply> successors;
    std::vector<SuccessionReply> successions;
};
BOOST_DESCRIBE_STRUCT(
    UnitPageReply, (), (unit, stands, ancestors, predecessors, successors, successions)
)

struct CountsReply {
    Date on;
    std::vector<LevelCount> levels;
    std::vector<QuotedCount> quoted;
};
BOOST_DESCRIBE_STRUCT(CountsReply, (), (on, levels, quoted))

struct ComparisonReply {
    std::vector<LevelCount> then;
    std::vector<LevelCount> now;
    int stood = 0;
    int succeeded = 0;
    int placed_by_default = 0;
    std::vector<UnitReply> unknown;
};
BOOST_DESCRIBE_STRUCT(
    ComparisonReply, (), (then, now, stood, succeeded, placed_by_default, unknown)
)

struct ChangesReply {
    std::vector<StructureChange> items;
};
BOOST_DESCRIBE_STRUCT(ChangesReply, (), (items))

struct UnitSearch : AsOfQuery {
    std::optional<std::string> search;
    std::optional<UnitId> below;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(UnitSearch, (AsOfQuery), (search, below, limit))

struct ComparisonQuery {
    Date then;
    Date now;
};
BOOST_DESCRIBE_STRUCT(ComparisonQuery, (), (then, now))

static ChildrenReply reply_of(const std::vector<Child>& children) {
    ChildrenReply reply;
    for (const auto& child : children) {
        reply.items.push_back({reply_of(child.unit), child.has_children});
    }
    return reply;
}

static UnitPageReply reply_of(const UnitPage& page) {
    UnitPageReply reply{
        .unit = reply_of(page.unit),
        .stands = page.stands,
        .ancestors = replies_of(page.ancestors),
        .predecessors = replies_of(page.predecessors),
        .successors = replies_of(page.successors),
    };
    for (const auto& line : page.successions) {
        reply.successions.push_back(
            {line.old_unit, line.new_unit, line.extent, line.is_default, line.effective_on}
        );
    }
    return reply;
}

static ComparisonReply reply_of(const Comparison& comparison) {
    return {
        .then = comparison.then,
        .now = comparison.now,
        .stood = comparison.stood,
        .succeeded = comparison.succeeded,
        .placed_by_default = comparison.placed_by_default,
        .unknown = replies_of(comparison.unknown),
    };
}

static void add_tree(http::Routes& at, UnitService& units, const Clock& clock) {
    const auto anyone = Policy::signed_in();
    at.get(
        "/units",
        "search_units",
        anyone,
        [&](const Request&, const UnitSearch& query) -> Result<UnitsReply> {
            const auto found = TRY(units.search(
                query.search.value_or(""),
                query.below.value_or(UnitId{}),
                query.as_of(clock),
                query.limit.value_or(20)
            ));
            UnitsReply reply;
            for (const auto& [unit, above] : found) {
                reply.items.push_back({reply_of(unit), above});
            }
            return reply;
        }
    );

    at.get(
        "/units/roots",
        "list_roots",
        anyone,
        [&](const Request&, const AsOfQuery& query) -> Result<ChildrenReply> {
            return reply_of(units.roots(query.as_of(clock)));
        }
    );

    at.get(
        "/units/{unit}",
        "read_unit",
        anyone,
        [&](const Request& request, const AsOfQuery& query) -> Result<UnitPageReply> {
            const auto id = TRY(request.path_id<UnitId>("unit"));
            return reply_of(TRY(units.find(id, query.as_of(clock))));
        }
    );

    at.get(
        "/units/{unit}/children",
        "list_children",
        anyone,
        [&](const Request& request, const AsOfQuery& query) -> Result<ChildrenReply> {
            const auto id = TRY(request.path_id<UnitId>("unit"));
            return reply_of(TRY(units.children(id, query.as_of(clock))));
        }
    );
}

static void add_counts(http::Routes& at, UnitService& units, const Clock& clock) {
    const auto anyone = Policy::signed_in();
    at.get(
        "/units/{unit}/counts",
        "count_units",
        anyone,
        [&](const Request& request, const AsOfQuery& query) -> Result<CountsReply> {
            const auto id = TRY(request.path_id<UnitId>("unit"));
            const auto as_of = query.as_of(clock);
            auto counts = TRY(units.counts(id, as_of));
            return CountsReply{as_of.on, std::move(counts.levels), std::move(counts.quoted)};
        }
    );

    at.get(
        "/units/{unit}/comparison",
        "compare_structures",
        anyone,
        [&](const Request& request, const ComparisonQuery& query) -> Result<ComparisonReply> {
            const auto id = TRY(request.path_id<UnitId>("unit"));
            return reply_of(TRY(units.compare(id, query.then, query.now)));
        }
    );

    at.get(
        "/structure-changes",
        "list_structure_changes",
        anyone,
        [&](const Request&) -> Result<ChangesReply> {
            return ChangesReply{units.structure_changes()};
        }
    );
}

void add_unit_routes(http::Router& router, UnitService& units, const Clock& clock) {
    http::Routes at(router, "organisation");
    add_tree(at, units, clock);
    add_counts(at, units, clock);
}

}  // namespace nangluc::organisation
