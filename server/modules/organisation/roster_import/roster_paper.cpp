#include "modules/organisation/roster_import/roster_paper.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "kit/sheet/writer.hpp"

namespace nangluc::organisation {

namespace {

using sheet::Look;

std::vector<std::string> sorted(const std::set<std::string>& names) {
    std::vector<std::string> list(names.begin(), names.end());
    std::ranges::sort(list, {}, [](const std::string& name) { return sort_key(name); });
    return list;
}

std::vector<std::string> unit_choices(const RosterReference& reference, bool of_divisions) {
    std::set<std::string> names;
    for (const auto& [id, unit] : reference.units) {
        if (id != reference.root && (unit.kind == "division") == of_divisions) {
            names.insert(unit.full_name);
        }
    }
    return sorted(names);
}

std::vector<std::string> position_choices(const RosterReference& reference) {
    std::set<std::string> names;
    for (const auto& [id, posts] : reference.posts_by_position) {
        names.insert(reference.position_names.at(id));
    }
    return sorted(names);
}

std::vector<std::string> choices_of(
    RosterColumn column, const RosterReference& reference, bool in_english
) {
    switch (column) {
        case RosterColumn::sex:
            return sex_choices(in_english);
        case RosterColumn::unit:
            return unit_choices(reference, false);
        case RosterColumn::division:
            return unit_choices(reference, true);
        case RosterColumn::position:
            return position_choices(reference);
        case RosterColumn::kind:
            return kind_choices(in_english);
        case RosterColumn::rank:
            return in_english ? reference.rank_names_en : reference.rank_names;
        case RosterColumn::qualification:
            return qualification_choices(in_english);
        default:
            return {};
    }
}

Look look_of(RosterColumn column) {
    switch (column) {
        case RosterColumn::staff_number:
        case RosterColumn::decision:
            return Look::code;
        case RosterColumn::birth_date:
        case RosterColumn::from_date:
        case RosterColumn::until_date:
            return Look::date;
        case RosterColumn::share:
            return Look::whole;
        default:
            return Look::text;
    }
}

double width_of(RosterColumn column) {
    switch (column) {
        case RosterColumn::name:
        case RosterColumn::unit:
        case RosterColumn::division:
        case RosterColumn::position:
        case RosterColumn::email:
            return 30;
        default:
            return 16;
    }
}

std::vector<sheet::Value> example_of(
    const std::vector<sheet::Column>& columns, const RosterWords& words
) {
    std::vector<sheet::Value> row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto column = static_cast<RosterColumn>(i + 1);
        switch (column) {
            case RosterColumn::birth_date:
                row.emplace_back(Date{1990, 12, 25});
                break;
            case RosterColumn::from_date:
                row.emplace_back(Date{2025, 7, 1});
                break;
            case RosterColumn::until_date:
                row.emplace_back(std::monostate{});
                break;
            case RosterColumn::share:
                row.emplace_back(std::int64_t{100});
                break;
            default:
                row.emplace_back(
                    columns[i].choices.empty() ? words.at("import.example." + name_of(column))
                                               : columns[i].choices.front()
                );
        }
    }
    return row;
}

void write_notes(sheet::Writer& writer, const RosterWords& words) {
    writer.begin_sheet({
        .name = words.at("import.template.notes"),
        .columns =
            {{.title = words.at("import.template.column"), .width = 28},
             {.title = words.at("import.template.note"), .look = Look::wrapped, .width = 90}},
    });
    for (std::size_t i = 1; i < roster_columns; ++i) {
        const auto name = name_of(static_cast<RosterColumn>(i));
        writer.add_row({words.at("import.column." + name), words.at("import.note." + name)});
    }
}

}  // namespace

std::string roster_template(const RosterReference& reference, const RosterWords& words) {
    sheet::SheetPlan plan{.name = words.at("import.template.sheet"), .frozen_columns = 2};
    for (std::size_t i = 1; i < roster_columns; ++i) {
        const auto column = static_cast<RosterColumn>(i);
        const auto name = name_of(column);
        plan.columns.push_back({
            .title = words.at("import.column." + name) + (is_required(column) ? " *" : ""),
            .look = look_of(column),
            .width = width_of(column),
            .note = words.at("import.note." + name),
            .choices = choices_of(column, reference, words.in_english()),
        });
    }
    return sheet::xlsx_bytes([&](sheet::Writer& writer) {
        writer.begin_sheet(plan);
        writer.add_row(example_of(plan.columns, words));
        write_notes(writer, words);
        writer.begin_sheet({
            .name = "_nangluc",
            .columns = {{.title = "template"}, {.title = "version"}, {.title = "unit"}},
            .is_hidden = true,
        });
        writer.add_row({"roster", std::int64_t{template_version}, to_text(reference.root.value)});
    });
}

sheet::MarkPlan marks_of(
    const RosterImport& import,
    const std::vector<StoredFault>& faults,
    const std::vector<StoredLine>& lines,
    const RosterWords& words
) {
    sheet::MarkPlan plan{
        .words =
            {
                .status = words.at("import.mark.status"),
                .ok = words.at("import.mark.ok"),
                .question = words.at("import.mark.question"),
                .error = words.at("import.mark.error"),
            },
        .title_row = import.title_row,
    };
    const auto sheet = static_cast<std::size_t>(import.sheet);
    for (const auto& line : lines) {
        plan.marks.push_back({.sheet = sheet, .row = line.row, .kind = sheet::MarkKind::ok});
    }
    for (const auto& fault : faults) {
        plan.marks.push_back({
            .sheet = sheet,
            .row = fault.row,
            .column = fault.column_number,
            .kind = fault.severity == FaultSeverity::error ? sheet::MarkKind::error
                                                           : sheet::MarkKind::question,
            .note = words.at("import.fault." + name_of(fault.code)),
        });
    }
    return plan;
}

}  // namespace nangluc::organisation
