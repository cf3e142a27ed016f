#include "modules/organisation/roster_import/roster_sheet.hpp"

#include "kit/sheet/writer.hpp"

namespace nangluc::organisation {

using sheet::Look;
using sheet::Value;
using sheet::Writer;

namespace {

constexpr auto workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// The words of a printed list: the only ones of the module that leave the web.
class Language {
public:
    explicit Language(const std::string& language) : is_english_(language == "en") {}

    std::string operator()(const char* vi, const char* en) const { return is_english_ ? en : vi; }
    const std::string& name(const std::string& vi, const std::string& en) const {
        return is_english_ && !en.empty() ? en : vi;
    }
    std::string kind(HoldingKind kind) const {
        switch (kind) {
            case HoldingKind::main:
                return (*this)("Chính thức", "Main");
            case HoldingKind::concurrent:
                return (*this)("Kiêm nhiệm", "Concurrent");
            case HoldingKind::acting:
                return (*this)("Tạm thời phụ trách", "Acting");
            case HoldingKind::seconded:
                return (*this)("Biệt phái", "Seconded");
        }
        return {};
    }

private:
    bool is_english_;
};

std::string day(Date date) {
    char text[16];
    std::snprintf(text, sizeof text, "%02d/%02d/%04d", date.day, date.month, date.year);
    return text;
}

std::vector<Value> values_of(const RosterRow& row, const Language& words) {
    std::vector<Value> values{
        row.post.unit_name,
        words.name(row.post.position_name, row.post.position_name_en),
    };
    if (!row.holder) {
        values.insert(values.end(), {Value(words("Chưa có người", "Vacant")), {}, {}, {}, {}});
        values.emplace_back(row.vacant_since.value_or(Date{}));
        return values;
    }
    const auto& holder = *row.holder;
    std::string beside;
    for (const auto& duty : row.beside) {
        beside +=
            (beside.empty() ? "" : ", ") + words.name(duty.position_name, duty.position_name_en);
    }
    values.insert(
        values.end(),
        {holder.name,
         holder.staff_number,
         words.name(holder.rank, holder.rank_en),
         words.kind(holder.kind),
         std::int64_t{holder.share_percent},
         holder.since,
         beside}
    );
    return values;
}

void fill(Writer& writer, const Roster& roster, Date on, const Language& words) {
    const auto title = words("Nhân sự và vị trí", "Staff and posts");
    const auto& unit = words.name(roster.unit.full_name, roster.unit.full_name_en);
    writer.begin_sheet({
        .name = title,
        .heading = {unit, title + ". " + words("Tính đến ", "As of ") + day(on)},
        .columns =
            {{.title = words("Đơn vị", "Unit"), .width = 32},
             {.title = words("Vị trí việc làm", "Position"), .width = 30},
             {.title = words("Họ và tên", "Name"), .width = 26},
             {.title = words("Số hiệu", "Staff number"), .look = Look::code, .width = 14},
             {.title = words("Ngạch", "Rank"), .width = 20},
             {.title = words("Hình thức", "Kind"), .width = 18},
             {.title = words("Phần trăm", "Share"), .look = Look::whole, .width = 10},
             {.title = words("Từ ngày", "Since"), .look = Look::date, .width = 12},
             {.title = words("Kiêm nhiệm", "Also"), .width = 30}},
        .frozen_columns = 3,
        .page_header = unit,
    });
    for (const auto& row : roster.rows) writer.add_row(values_of(row, words));
}

std::string file_name(const Roster& roster, Date on, const char* extension) {
    return roster.unit.full_name + ' ' + to_text(on) + extension;
}

}  // namespace

http::Download roster_xlsx(const Roster& roster, Date on, const std::string& language) {
    const Language words(language);
    return {
        .bytes = sheet::xlsx_bytes([&](Writer& writer) { fill(writer, roster, on, words); }),
        .content_type = workbook,
        .file_name = file_name(roster, on, ".xlsx"),
    };
}

http::Download roster_csv(const Roster& roster, Date on, const std::string& language) {
    const Language words(language);
    return {
        .bytes = sheet::csv_bytes([&](Writer& writer) { fill(writer, roster, on, words); }),
        .content_type = "text/csv; charset=utf-8",
        .file_name = file_name(roster, on, ".csv"),
    };
}

http::Download lacking_xlsx(
    const std::vector<UnitLacking>& units,
    const std::string& duty,
    Date on,
    const std::string& language
) {
    const Language words(language);
    const auto title = words("Nơi thiếu chuyên trách", "Units lacking specialists");
    const auto write = [&](Writer& writer) {
        writer.begin_sheet({
            .name = title,
            .heading = {title + ": " + duty, words("Tính đến ", "As of ") + day(on)},
            .columns =
                {{.title = words("Mã", "Code"), .look = Look::code, .width = 10},
                 {.title = words("Đơn vị", "Unit"), .width = 32},
                 {.title = words("Vị trí được giao", "Authorised"), .look = Look::whole},
                 {.title = words("Người kiêm nhiệm", "Concurrent"), .look = Look::whole}},
        });
        for (const auto& [unit, authorised, concurrent] : units) {
            writer.add_row({
                unit.code,
                words.name(unit.full_name, unit.full_name_en),
                std::int64_t{authorised},
                std::int64_t{concurrent},
            });
        }
    };
    return {
        .bytes = sheet::xlsx_bytes(write),
        .content_type = workbook,
        .file_name = duty + ' ' + to_text(on) + ".xlsx",
    };
}

}  // namespace nangluc::organisation
