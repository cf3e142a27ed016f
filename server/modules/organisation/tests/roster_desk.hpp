#pragma once

// A clean roster in memory and what it is compared with, for tests that spoil single cells of it.

#include <deque>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/id.hpp"
#include "base/text.hpp"
#include "modules/organisation/roster_import/roster_judge.hpp"
#include "modules/organisation/roster_import/roster_row.hpp"

namespace nangluc::organisation {

// Row, column and code: where a fault is and what it is.
using Found = std::tuple<int, RosterColumn, RosterFault>;

struct DeskCell {
    sheet::Kind kind = sheet::Kind::text;
    std::string text;
    Date date = {};
};

class RosterDesk {
public:
    static constexpr Date today{2026, 11, 23};
    static constexpr UnitId root{1};
    static constexpr UnitId office{2};
    static constexpr UnitId economy{3};
    static constexpr PositionId clerk{11};
    static constexpr PositionId head{12};
    static constexpr UnitId far{700};  // not below the root
    static constexpr PostId far_post{777};
    static constexpr int usual_digits = 8;

    struct DeskRow {
        std::map<RosterColumn, DeskCell> cells;
        bool is_hidden = false;
    };

    explicit RosterDesk(int people) {
        reference.today = today;
        reference.root = root;
        reference.usual_digits = usual_digits;
        add_unit(root, {}, "Xã Đồi Sim");
        add_unit(office, root, "Văn phòng");
        add_unit(economy, root, "Phòng Kinh tế");
        add_position(clerk, "Văn thư");
        add_position(head, "Trưởng phòng");
        add_post({101}, office, clerk, 100'000);
        add_post({102}, economy, clerk, 100'000);
        add_post({103}, economy, head, 100'000);
        reference.ranks_by_name["chuyen vien"] = "01.003";
        reference.ranks_by_name["can su"] = "01.004";
        for (std::size_t i = 1; i < roster_columns; ++i) {
            mapping.columns[static_cast<RosterColumn>(i)] = static_cast<int>(i);
        }
        for (int i = 0; i < people; ++i) rows.push_back(clean_row(i));
    }

    void add_unit(UnitId id, UnitId parent, const std::string& name) {
        const auto path = parent ? reference.units.at(parent).path.child(id) : UnitPath::root(id);
        reference.units[id] = {.id = id, .parent = parent, .full_name = name, .path = path};
        reference.units_by_name[fold(name)].push_back(id);
    }
    void add_position(PositionId id, const std::string& name) {
        reference.position_names[id] = name;
        reference.positions_by_name[fold(name)].push_back(id);
    }
    void add_post(PostId id, UnitId unit, PositionId position, int authorised) {
        const KnownPost post{id, unit, position, authorised, {2020, 1, 1}};
        reference.posts[id] = post;
        reference.posts_by_unit[unit].push_back(post);
        reference.posts_by_position[position].push_back(id);
    }
    // Somebody whom the database knows.
    KnownPerson& add_known(
        const std::string& number, Date birth, const std::string& name, bool in
    ) {
        const PersonId id{next_id_++};
        auto& person = known.people[id];
        person = {id, number, birth, name, fold(name), in, true};
        known.by_number[number].push_back(id);
        if (in) known.by_name[person_key(person.folded, birth)].push_back(id);
        return person;
    }
    void add_held(PersonId person, PostId post, Date from, bool is_inside) {
        known.holdings[person].push_back({
            .id = {next_id_++},
            .person = person,
            .post = post,
            .period = {from},
            .is_inside = is_inside,
        });
    }

    DeskRow clean_row(int i) const {
        using enum RosterColumn;
        DeskRow clean;
        const auto text = [&](RosterColumn column, std::string value) {
            clean.cells[column] = {sheet::Kind::text, std::move(value)};
        };
        auto number = std::to_string(100'000 + i);
        text(staff_number, "00" + number);
        text(name, "Nguyễn Văn " + letters_of(i));
        clean.cells[birth_date] = {sheet::Kind::date, "", {1970 + i % 30, 1 + i % 12, 1 + i % 28}};
        text(sex, i % 2 == 0 ? "Nam" : "Nữ");
        text(division, i % 3 == 0 ? "Văn phòng" : "Phòng Kinh tế");
        text(position, "Văn thư");
        text(kind, "Chính");
        clean.cells[share] = {sheet::Kind::number, "100"};
        text(from_date, "2025-07-01");
        text(rank, "Chuyên viên");
        text(qualification, "Đại học");
        text(decision, "12/QĐ-UBND");
        text(email, "nguoi" + number + "@dienbien.gov.vn");
        return clean;
    }

    // The first row of the sheet holds the titles.
    static int number_of(std::size_t index) { return static_cast<int>(index) + 2; }

    std::set<Found> check() {
        std::vector<RowFault> faults;
        lines.clear();
        const RosterReading reading{reference, mapping, answers, sheet::Format::xlsx, merged};
        RosterRowReader reader(reading);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (auto line = reader.read(sheet_row(i), faults)) lines.push_back(std::move(*line));
        }
        FixedClock clock(today);
        IdMaker ids(clock);
        RosterJudge(reference, known, answers, ids).judge(lines, faults);
        std::set<Found> found;
        for (const auto& fault : faults) found.emplace(fault.row, fault.column, fault.code);
        doubled = faults.size() - found.size();
        return found;
    }

    RosterReference reference;
    RosterKnown known;
    RosterMapping mapping;
    RosterAnswers answers;
    std::vector<sheet::Range> merged;
    std::deque<DeskRow> rows;
    std::vector<RosterLine> lines;
    std::size_t doubled = 0;  // faults said twice

private:
    static std::string letters_of(int i) {
        std::string letters;
        for (int at = i + 1; at > 0; at /= 26) letters += static_cast<char>('a' + at % 26);
        letters[0] = static_cast<char>(letters[0] - 'a' + 'A');
        return letters;
    }

    sheet::Row sheet_row(std::size_t index) const {
        sheet::Row row{.number = number_of(index), .hidden = rows[index].is_hidden};
        for (const auto& [column, cell] : rows[index].cells) {
            sheet::Cell written{.column = static_cast<int>(column), .kind = cell.kind};
            written.text = cell.text;
            if (cell.kind == sheet::Kind::number) written.number = std::stod(cell.text);
            written.date = cell.date;
            row.cells.push_back(written);
        }
        return row;
    }

    std::int64_t next_id_ = 1'000;
};

}  // namespace nangluc::organisation
