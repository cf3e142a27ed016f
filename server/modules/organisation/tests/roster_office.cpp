#include "modules/organisation/tests/roster_office.hpp"

#include <cstdio>

#include "kit/sheet/tests/books.hpp"
#include "modules/organisation/person/people_load.hpp"
#include "modules/organisation/roster_import/roster_words.hpp"

namespace nangluc::organisation {

namespace {

constexpr Date long_ago{2020, 1, 1};

constexpr auto insert_unit = R"sql(
    INSERT INTO organisation_units (id, country, kind, system)
    VALUES ($1, 'VN', 'division', 'local')
)sql";

constexpr auto insert_name = R"sql(
    INSERT INTO organisation_unit_names (id, unit_id, code, type, name, full_name, name_en,
           full_name_en, folded, sort_key, from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $2, '', 'commune', $3, $3, '', '', $4, $5, $6, $7, 0, 9223372036854775807)
)sql";

constexpr auto insert_place = R"sql(
    INSERT INTO organisation_unit_places (id, unit_id, parent_id, level, path, seq, from_date,
           until_date, recorded_at, superseded_at)
    VALUES ($1, $1, $2, 'commune', $3, $1, $4, $5, 0, 9223372036854775807)
)sql";

constexpr auto insert_succession = R"sql(
    INSERT INTO organisation_successions (id, decision_id, old_unit_id, new_unit_id, extent,
           is_default, effective_on, recorded_at)
    VALUES ($1, NULL, $1, $2, 'whole', 1, $3, 0)
)sql";

template <class Row>
Next<Row> each_of(const std::vector<Row>& rows) {
    return [&rows, at = std::size_t{0}](Row& row) mutable {
        if (at == rows.size()) return false;
        row = rows[at++];
        return true;
    };
}

std::string escaped(std::string_view text) {
    std::string xml;
    for (const char letter : text) {
        if (static_cast<unsigned char>(letter) < 0x20) {
            char code[8];
            std::snprintf(code, sizeof code, "_x%04X_", letter);
            xml += code;
        } else if (letter == '&' || letter == '<' || letter == '>') {
            xml += letter == '&' ? "&amp;" : letter == '<' ? "&lt;" : "&gt;";
        } else {
            xml += letter;
        }
    }
    return xml;
}

std::string reference_of(int row, int column) {
    return std::string(1, static_cast<char>('A' + column - 1)) + std::to_string(row);
}

std::string text_cell(const std::string& at, std::string_view text) {
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) +
           "</t></is></c>";
}

std::string xml_of(const DeskCell& cell, const std::string& at) {
    const auto value = [&](const char* attributes, const std::string& text) {
        return "<c r=\"" + at + "\"" + attributes + "><v>" + text + "</v></c>";
    };
    switch (cell.kind) {
        case sheet::Kind::empty:
            return {};
        case sheet::Kind::text:
            return text_cell(at, cell.text);
        case sheet::Kind::number:
            return value("", cell.text);
        case sheet::Kind::date:
            return value(" s=\"1\"", std::to_string(days_between({1899, 12, 30}, cell.date)));
        case sheet::Kind::boolean:
            return value(" t=\"b\"", "1");
        case sheet::Kind::error:
            return value(" t=\"e\"", cell.text);
    }
    return {};
}

std::string titles() {
    const RosterWords words(false);
    std::string row = "<row r=\"1\">";
    for (std::size_t i = 1; i < roster_columns; ++i) {
        const auto column = static_cast<RosterColumn>(i);
        row += text_cell(
            reference_of(1, static_cast<int>(i)), words.at("import.column." + name_of(column))
        );
    }
    return row + "</row>";
}

}  // namespace

RosterOffice::RosterOffice(const RosterDesk& desk) {
    test.db().transaction([&](db::Tx& tx) {
        load_units(tx, desk);
        load_posts_of(tx, desk);
        load_people_of(tx, desk);
    });
    module.add_routes(router);
    officer = Actor(
        {1},
        {},
        {{UnitPath::root(RosterDesk::root), {Permission::import_people, Permission::read_people}}}
    );
    test.work.jobs.resolve_actors_with([this](AccountId) { return officer; });
}

void RosterOffice::load_unit(db::Tx& tx, const Unit& unit, Period period) {
    tx.run(insert_unit, unit.id);
    const auto& name = unit.full_name;
    tx.run(
        insert_name, unit.id, unit.id, name, fold(name), sort_key(name), period.from, period.until
    );
    tx.run(insert_place, unit.id, unit.parent, unit.path, period.from, period.until);
}

void RosterOffice::load_units(db::Tx& tx, const RosterDesk& desk) {
    test.units.add(RosterDesk::root);
    const std::map<UnitId, Unit> units(desk.reference.units.begin(), desk.reference.units.end());
    for (const auto& [id, unit] : units) load_unit(tx, unit, {long_ago});
    const Unit far{
        .id = RosterDesk::far, .full_name = "Xã Xa", .path = UnitPath::root(RosterDesk::far)};
    load_unit(tx, far, {long_ago});
    Date day{1990, 1, 1};
    for (const auto& [folded, all] : desk.reference.former_by_name) {
        for (const auto& former : all) {
            const Period once{day, add_days(day, 1)};
            day = once.until;
            load_former(tx, former, once);
        }
    }
}

// A name of one day, and the end of what was called so.
void RosterOffice::load_former(db::Tx& tx, const FormerUnit& former, Period once) {
    const auto& name = former.full_name;
    if (former.is_renamed) {
        const auto id = test.ids.next();
        const auto key = sort_key(name);
        tx.run(insert_name, id, former.unit, name, fold(name), key, once.from, once.until);
        return;
    }
    const Unit old{
        .id = former.unit,
        .parent = RosterDesk::root,
        .full_name = name,
        .path = UnitPath::root(RosterDesk::root).child(former.unit),
    };
    load_unit(tx, old, once);
    for (const auto now : former.now) tx.run(insert_succession, former.unit, now, once.until);
}

void RosterOffice::load_posts_of(db::Tx& tx, const RosterDesk& desk) {
    load_ranks(
        tx,
        each_of<RankRow>({{{1}, "01.003", 3, "Chuyên viên", ""}, {{2}, "01.004", 4, "Cán sự", ""}})
    );
    std::vector<PositionRow> positions;
    for (const auto& [id, name] : desk.reference.position_names) {
        positions.push_back(
            {.id = id, .code = "P" + to_text(id.value), .name = name, .kind = "professional"}
        );
    }
    load_positions(tx, each_of(positions));
    std::vector<PostRow> posts{
        {RosterDesk::far_post, RosterDesk::far, RosterDesk::clerk, {}, 1'000, {long_ago}, {}}};
    for (const auto& [id, post] : desk.reference.posts) {
        posts.push_back({id, post.unit, post.position, {}, post.authorised, {post.since}, {}});
    }
    load_posts(tx, test.kit, posts);
}

void RosterOffice::load_people_of(db::Tx& tx, const RosterDesk& desk) {
    const PersonId holder_of_full_posts{1};
    std::vector<PersonRow> people{{holder_of_full_posts, "P1", {1980, 1, 1}, "Lò Văn Một"}};
    std::vector<HoldingRow> holdings;
    const auto hold = [&](PersonId person, PostId post, HoldingKind kind, Period period) {
        const auto unit =
            post == RosterDesk::far_post ? RosterDesk::far : desk.reference.posts.at(post).unit;
        holdings.push_back(
            {test.kit.ids.make<HoldingId>(), person, post, unit, kind, 100, period, ""}
        );
    };
    for (const auto& [id, person] : desk.known.people) {
        people.push_back({id, person.staff_number, person.birth_date, person.name});
        const auto place = person.is_inside ? PostId{101} : RosterDesk::far_post;
        hold(id, place, HoldingKind::acting, {long_ago, {2020, 3, 1}});
    }
    for (const auto& [id, held] : desk.known.holdings) {
        for (const auto& holding : held) hold(id, holding.post, holding.kind, holding.period);
    }
    for (const auto& [post, filled] : desk.known.filled_by) {
        hold(holder_of_full_posts, post, HoldingKind::main, {long_ago});
    }
    load_people(tx, test.kit, each_of(people));
    load_holdings(tx, test.kit, each_of(holdings));
}

std::string RosterOffice::workbook_of(const RosterDesk& desk) {
    auto rows = titles();
    for (std::size_t i = 0; i < desk.rows.size(); ++i) {
        const int number = RosterDesk::number_of(i);
        rows += "<row r=\"" + std::to_string(number) +
                (desk.rows[i].is_hidden ? "\" hidden=\"1\">" : "\">");
        for (const auto& [column, cell] : desk.rows[i].cells) {
            rows += xml_of(cell, reference_of(number, static_cast<int>(column)));
        }
        rows += "</row>";
    }
    auto parts = sheet::book_of(rows);
    auto& part = parts["xl/worksheets/sheet1.xml"];
    std::string merged;
    for (const auto& range : desk.merged) {
        merged += "<mergeCell ref=\"" + reference_of(range.first_row, range.first_column) + ":" +
                  reference_of(range.last_row, range.last_column) + "\"/>";
    }
    if (!merged.empty()) {
        part.insert(part.find("</worksheet>"), "<mergeCells>" + merged + "</mergeCells>");
    }
    const sheet::Folder folder;
    sheet::write_zip(folder / "roster.xlsx", parts);
    return sheet::read_file(folder / "roster.xlsx");
}

std::string RosterOffice::upload(const std::string& bytes) {
    client.with("content-type", "application/octet-stream");
    const auto root = to_text(RosterDesk::root.value);
    return client
        .send(
            http::Method::post, "/units/" + root + "/roster-imports?file_name=nhan-su.xlsx", bytes
        )
        .body;
}

std::string RosterOffice::tried(const std::string& bytes) {
    const auto id = field(upload(bytes), "id");
    post(id, "check");
    run_jobs();
    return id;
}

std::string RosterOffice::post(const std::string& id, const std::string& act, std::string body) {
    return client.post("/roster-imports/" + id + '/' + act, std::move(body)).body;
}

void RosterOffice::run_jobs() {
    while (test.work.jobs.run_one()) continue;
}

std::string RosterOffice::read(const std::string& id, const std::string& part) {
    return client.get("/roster-imports/" + id + part).body;
}

std::vector<ToldFault> RosterOffice::faults(const std::string& id) {
    std::vector<ToldFault> all;
    for (const auto* severity : {"error", "question", "notice"}) {
        std::string cursor;
        for (bool more = true; more;) {
            const auto at = "/roster-imports/" + id + "/faults?limit=200&severity=" + severity;
            const auto page = testing::read<http::Page<ToldFault>>(client.get(at + cursor));
            all.insert(all.end(), page.items.begin(), page.items.end());
            more = page.next.has_value();
            if (more) cursor = "&cursor=" + *page.next;
        }
    }
    return all;
}

std::vector<std::int64_t> RosterOffice::written() {
    return test.db().read([](db::Tx& tx) {
        std::vector<std::int64_t> counts;
        for (const auto* count :
             {"SELECT COUNT(*) AS rows FROM organisation_people",
              "SELECT COUNT(*) AS rows FROM organisation_holdings",
              "SELECT COUNT(*) AS rows FROM organisation_person_facts"}) {
            counts.push_back(tx.one(count)->get<std::int64_t>("rows"));
        }
        return counts;
    });
}

std::string field(const std::string& body, const std::string& name) {
    const auto key = '"' + name + "\":";
    auto from = body.find(key);
    if (from == std::string::npos) return {};
    from += key.size();
    if (body[from] == '"') return body.substr(from + 1, body.find('"', from + 1) - from - 1);
    return body.substr(from, body.find_first_of(",}", from) - from);
}

}  // namespace nangluc::organisation
