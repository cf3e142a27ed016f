#pragma once

// An officer who sends rosters as text into one commune of the small country, and what is known
// after it.

#include <string>
#include <vector>

#include "modules/organisation/tests/roster_office.hpp"
#include "testing/office.hpp"

namespace nangluc::organisation {

using Cells = std::vector<std::string>;
inline const Cells titles = {
    "Mã số cán bộ",
    "Họ và tên",
    "Ngày sinh",
    "Đơn vị",
    "Vị trí",
    "Hình thức",
    "Tỷ lệ",
    "Từ ngày",
    "Ngạch",
    "E-mail",
    "Ghi chú riêng"};

inline std::string csv_of(const std::vector<Cells>& rows) {
    std::string text;
    const auto add = [&](const Cells& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) text += (i ? ";" : "") + cells[i];
        text += "\r\n";
    };
    add(titles);
    for (const auto& row : rows) add(row);
    return text;
}

inline Cells row_of(const std::string& number, const std::string& name) {
    return {
        number, name, "25/12/1990", "", "Chuyên viên", "Chính", "100", "2025-07-01", "", "", ""};
}

inline constexpr auto select_holdings_known = R"sql(
    SELECT p.id, p.staff_number, p.birth_date, p.name, p.family, p.middle, p.given, p.folded,
           p.sort_key, h.post_id, h.unit_id, h.kind, h.share_percent, h.decision_id, h.note,
           h.from_date, h.until_date
      FROM organisation_people p
      JOIN organisation_holdings h ON h.person_id = p.id
     WHERE h.recorded_at <= $1 AND h.superseded_at > $1
     ORDER BY p.id, h.post_id, h.kind, h.from_date
)sql";

inline constexpr auto select_facts_known = R"sql(
    SELECT person_id, kind, value, year, source, from_date, until_date
      FROM organisation_person_facts
     WHERE recorded_at <= $1 AND superseded_at > $1
     ORDER BY person_id, kind, from_date
)sql";

// The small office, with an officer who may import into one commune.
struct ImportDesk : testing::Office {
    ImportDesk() { module.add_routes(router); }

    void come_as(std::vector<Permission> rights, UnitId unit = commune) {
        reader = actor({1}, {}, unit, std::move(rights));
        work.jobs.resolve_actors_with([this](AccountId) { return reader; });
    }

    std::string upload(const std::string& bytes, UnitId unit = commune) {
        const auto reply =
            client.with("content-type", "application/octet-stream")
                .send(
                    http::Method::post,
                    "/units/" + to_text(unit.value) + "/roster-imports?file_name=a.csv",
                    bytes
                );
        return reply.body;
    }
    std::string act(const std::string& id, const std::string& what, std::string body = "{}") {
        const auto body_of =
            client.post("/roster-imports/" + id + '/' + what, std::move(body)).body;
        while (work.jobs.run_one()) {
        }
        return body_of;
    }
    std::string read(const std::string& id, const std::string& part = "") {
        return client.get("/roster-imports/" + id + part).body;
    }
    // Sent and tried.
    std::string tried(const std::vector<Cells>& rows) {
        const auto id = field(upload(csv_of(rows)), "id");
        act(id, "check");
        return id;
    }
    void apply(const std::string& id, const std::string& rows = "all") {
        act(id, "application", R"({"rows":")" + rows + R"("})");
    }
    // The code with which a job ended.
    std::string refusal_of(const std::string& job) {
        return db.read([&](db::Tx& tx) {
            constexpr auto select_problem = "SELECT refusal_code FROM platform_jobs WHERE id = $1";
            return tx.one(select_problem, parse_id(job).value())->get<std::string>("refusal_code");
        });
    }
    // People with their names, and what they held and were, as it was known at that moment.
    std::string dump(Instant known_at = {Instant::never().microseconds - 1}) {
        return db.read([&](db::Tx& tx) {
            std::string text;
            const auto add = [&](const db::Row& row) {
                for (const auto& value : row.values()) text += written(value) + '|';
                text += '\n';
            };
            tx.each(select_holdings_known, add, known_at);
            tx.each(select_facts_known, add, known_at);
            return text;
        });
    }
    static std::string written(const db::Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        return {};
    }

    Module module{kit};
    http::Router router;
    Actor reader = actor({1}, {}, commune, {Permission::import_people, Permission::read_people});
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return reader; }}};
    bool ready = (come_as({Permission::import_people, Permission::read_people}), true);
};

inline const auto everybody = std::vector<Cells>{
    row_of("N1", "Lường Thị Mai"), row_of("N2", "Cà Văn Hương"), row_of("N3", "Quàng Thị Ly")};

}  // namespace nangluc::organisation
