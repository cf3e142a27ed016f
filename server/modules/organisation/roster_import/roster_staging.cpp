#include "modules/organisation/roster_import/roster_staging.hpp"

#include "base/text.hpp"
#include "kit/json/json.hpp"

namespace nangluc::organisation {

using db::to_value;
using db::Values;

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

// Fills the rows of a bulk load from a span.
template <class Item, class Fill>
std::function<bool(Values&)> each_of(std::span<const Item> items, Fill fill) {
    return [items, fill, at = std::size_t{0}](Values& values) mutable {
        while (at < items.size()) {
            if (fill(items[at++], values)) return true;
        }
        return false;
    };
}

}  // namespace

void stage_keys(db::Tx& tx, const RosterRun& run, std::span<const RosterLine> lines) {
    const auto fill = [&run](const RosterLine& line, Values& values) {
        if (line.staff_number.empty() || !line.birth_date) return false;
        values = {
            to_value(run.import),
            to_value(run.job),
            to_value(line.row),
            to_value(line.staff_number),
            to_value(line.birth_date),
            to_value(fold(line.name)),
            to_value(line.post),
        };
        return true;
    };
    tx.load(
        "organisation_roster_import_keys",
        {"import_id", "run_id", "row_number", "staff_number", "birth_date", "folded", "post_id"},
        each_of(lines, fill)
    );
}

static Values values_of(const RosterRun& run, const RosterLine& line) {
    const auto [family, middle, given] = split_name(line.name);
    return {
        to_value(run.import),
        to_value(run.job),
        to_value(line.row),
        to_value(line.verdict),
        to_value(line.staff_number),
        to_value(line.name),
        to_value(joined(line.changes)),
        to_value(line.person),
        to_value(line.person_act),
        to_value(line.birth_date),
        to_value(family),
        to_value(middle),
        to_value(given),
        to_value(fold(line.name)),
        to_value(name_sort_key(family, middle, given)),
        to_value(line.post),
        to_value(line.unit),
        to_value(line.kind),
        to_value(line.share),
        to_value(line.from),
        to_value(line.until),
        to_value(line.decision),
        to_value(line.holding),
        to_value(line.replaces),
        to_value(line.closed),
    };
}

static void stage_planned_facts(
    db::Tx& tx, const RosterRun& run, std::span<const RosterLine> lines
) {
    std::vector<std::pair<int, const PlannedFact*>> facts;
    for (const auto& line : lines) {
        for (const auto& fact : line.facts) facts.emplace_back(line.row, &fact);
    }
    using Planned = std::pair<int, const PlannedFact*>;
    const auto optional_id = [](std::int64_t id) { return id == 0 ? db::Value() : to_value(id); };
    const auto fill = [&](const Planned& planned, Values& values) {
        const auto& fact = *planned.second;
        values = {
            to_value(run.import),
            to_value(run.job),
            to_value(fact.id),
            to_value(planned.first),
            to_value(fact.person),
            to_value(fact.kind),
            to_value(fact.value),
            to_value(fact.from),
            optional_id(fact.replaces),
            optional_id(fact.closed),
        };
        return true;
    };
    tx.load(
        "organisation_roster_import_facts",
        {"import_id",
         "run_id",
         "fact_id",
         "row_number",
         "person_id",
         "kind",
         "value",
         "from_date",
         "replaces_id",
         "closed_id"},
        each_of(std::span<const Planned>(facts), fill)
    );
}

void stage_lines(db::Tx& tx, const RosterRun& run, std::span<const RosterLine> lines) {
    const auto fill = [&run](const RosterLine& line, Values& values) {
        values = values_of(run, line);
        return true;
    };
    tx.load(
        "organisation_roster_import_rows",
        {"import_id",  "run_id",  "row_number", "verdict",       "staff_number",
         "name",       "changes", "person_id",  "person_act",    "birth_date",
         "family",     "middle",  "given",      "folded",        "sort_key",
         "post_id",    "unit_id", "kind",       "share_percent", "from_date",
         "until_date", "note",    "holding_id", "replaces_id",   "closed_id"},
        each_of(lines, fill)
    );
    stage_planned_facts(tx, run, lines);
}

void stage_faults(
    db::Tx& tx,
    const RosterRun& run,
    const RosterMapping& mapping,
    std::span<const RowFault> faults,
    int first
) {
    int seq = first;
    const auto fill = [&](const RowFault& fault, Values& values) {
        values = {
            to_value(run.import),
            to_value(run.job),
            to_value(++seq),
            to_value(fault.row),
            to_value(mapping.at(fault.column)),
            to_value(fault.column),
            to_value(fault.code),
            to_value(severity_of(fault.code)),
            to_value(fault.value),
            to_value(fault.options.empty() ? "" : json::write(StoredOptions{fault.options})),
        };
        return true;
    };
    tx.load(
        "organisation_roster_import_faults",
        {"import_id",
         "run_id",
         "seq",
         "row_number",
         "column_number",
         "column_name",
         "code",
         "severity",
         "value",
         "options"},
        each_of(faults, fill)
    );
}

}  // namespace nangluc::organisation
