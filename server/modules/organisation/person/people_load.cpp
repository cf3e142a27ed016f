#include "modules/organisation/person/people_load.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"

namespace nangluc::organisation {

using db::to_value;
using db::Values;

template <class Row, class ValuesOf>
static void load(
    db::Tx& tx,
    std::string_view table,
    const std::vector<std::string_view>& columns,
    const Next<Row>& next,
    const ValuesOf& values_of
) {
    Row row;
    tx.load(table, columns, [&](Values& values) {
        row = {};
        if (!next(row)) return false;
        values = values_of(row);
        return true;
    });
}

void load_groups(db::Tx& tx, const Next<GroupRow>& next) {
    load(
        tx,
        "organisation_groups",
        {"id", "kind", "code", "name", "name_en", "legal_basis"},
        next,
        [](const GroupRow& group) -> Values {
            return {
                to_value(group.id),
                to_value(group.kind),
                to_value(group.code),
                to_value(group.name),
                to_value(group.name_en),
                to_value(group.legal_basis),
            };
        }
    );
}

void load_ranks(db::Tx& tx, const Next<RankRow>& next) {
    load(
        tx,
        "organisation_ranks",
        {"id", "code", "seq", "name", "name_en"},
        next,
        [](const RankRow& rank) -> Values {
            return {
                to_value(rank.id),
                to_value(rank.code),
                to_value(rank.seq),
                to_value(rank.name),
                to_value(rank.name_en),
            };
        }
    );
}

void load_positions(db::Tx& tx, const Next<PositionRow>& next) {
    load(
        tx,
        "organisation_positions",
        {"id",
         "code",
         "name",
         "name_en",
         "folded",
         "kind",
         "position_group_id",
         "occupational_group_id",
         "duty",
         "legal_basis"},
        next,
        [](const PositionRow& position) -> Values {
            return {
                to_value(position.id),
                to_value(position.code),
                to_value(position.name),
                to_value(position.name_en),
                to_value(fold(position.name + " " + position.name_en)),
                to_value(position.kind),
                to_value(position.position_group),
                to_value(position.occupational_group),
                to_value(position.duty),
                to_value(position.legal_basis),
            };
        }
    );
}

void load_posts(db::Tx& tx, const Kit& kit, const std::vector<PostRow>& posts) {
    const auto each_of = [](const std::vector<PostRow>& all) -> Next<PostRow> {
        return [&all, at = std::size_t{0}](PostRow& row) mutable {
            if (at == all.size()) return false;
            row = all[at++];
            return true;
        };
    };
    load(
        tx,
        "organisation_posts",
        {"id", "unit_id", "position_id", "rank_id"},
        each_of(posts),
        [](const PostRow& post) -> Values {
            return {
                to_value(post.id),
                to_value(post.unit),
                to_value(post.position),
                to_value(post.rank),
            };
        }
    );
    const auto now = kit.clock.now();
    load(
        tx,
        "organisation_post_authorisations",
        {"id",
         "post_id",
         "authorised",
         "decision_id",
         "from_date",
         "until_date",
         "recorded_at",
         "superseded_at"},
        each_of(posts),
        [&](const PostRow& post) -> Values {
            return {
                to_value(kit.ids.next()),
                to_value(post.id),
                to_value(post.authorised),
                to_value(post.decision),
                to_value(post.period.from),
                to_value(post.period.until),
                to_value(now),
                to_value(Instant::never()),
            };
        }
    );
}

void load_people(db::Tx& tx, const Kit& kit, const Next<PersonRow>& next) {
    const auto now = kit.clock.now();
    load(
        tx,
        "organisation_people",
        {"id",
         "staff_number",
         "birth_date",
         "name",
         "family",
         "middle",
         "given",
         "folded",
         "sort_key",
         "version",
         "recorded_at"},
        next,
        [&](const PersonRow& person) -> Values {
            const auto [family, middle, given] = split_name(person.name);
            return {
                to_value(person.id),
                to_value(person.staff_number),
                to_value(person.birth_date),
                to_value(person.name),
                to_value(family),
                to_value(middle),
                to_value(given),
                to_value(fold(person.name)),
                to_value(name_sort_key(family, middle, given)),
                to_value(1),
                to_value(now),
            };
        }
    );
}

void load_facts(db::Tx& tx, const Kit& kit, const Next<FactRow>& next) {
    const auto now = kit.clock.now();
    load(
        tx,
        "organisation_person_facts",
        {"id",
         "person_id",
         "kind",
         "value",
         "year",
         "source",
         "from_date",
         "until_date",
         "recorded_at",
         "superseded_at"},
        next,
        [&](const FactRow& fact) -> Values {
            return {
                to_value(kit.ids.next()),
                to_value(fact.person),
                to_value(fact.kind),
                to_value(fact.value),
                to_value(fact.year),
                to_value(fact.source),
                to_value(fact.period.from),
                to_value(fact.period.until),
                to_value(now),
                to_value(Instant::never()),
            };
        }
    );
}

void load_holdings(db::Tx& tx, const Kit& kit, const Next<HoldingRow>& next) {
    const auto now = kit.clock.now();
    load(
        tx,
        "organisation_holdings",
        {"id",
         "person_id",
         "post_id",
         "unit_id",
         "kind",
         "share_percent",
         "note",
         "from_date",
         "until_date",
         "recorded_at",
         "superseded_at"},
        next,
        [&](const HoldingRow& holding) -> Values {
            return {
                to_value(holding.id),
                to_value(holding.person),
                to_value(holding.post),
                to_value(holding.unit),
                to_value(holding.kind),
                to_value(holding.share_percent),
                to_value(holding.note),
                to_value(holding.period.from),
                to_value(holding.period.until),
                to_value(now),
                to_value(Instant::never()),
            };
        }
    );
}

}  // namespace nangluc::organisation
