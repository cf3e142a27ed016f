#include "modules/needs/ranking/ranking_sheet.hpp"

#include "kit/sheet/writer.hpp"

namespace nangluc::needs {

namespace {

using sheet::Look;
using sheet::Writer;

// An export leaves the house: its few words are written here, in its two languages.
struct RankingTitles {
    const char* file;
    const char* rank;
    const char* competency;
    const char* area;
    const char* position;
    const char* people;
    const char* levels;
    const char* weight;
    const char* weighted;
    const char* as_of;
};
constexpr RankingTitles in_vietnamese = {
    "Xếp hạng nhu cầu",
    "Thứ tự",
    "Năng lực",
    "Lĩnh vực",
    "Vị trí việc làm",
    "Số người chưa đạt",
    "Số bậc còn thiếu",
    "Trọng số",
    "Điểm nhu cầu",
    "Tính đến",
};
constexpr RankingTitles in_english = {
    "Ranking of needs",
    "Rank",
    "Competency",
    "Area",
    "Position",
    "People with a gap",
    "Levels missing",
    "Weight",
    "Need score",
    "As of",
};

const RankingTitles& ranking_titles(std::string_view language) {
    return language == "en" ? in_english : in_vietnamese;
}

const char* subject_of(const RankingTitles& titles, RankBy by) {
    switch (by) {
        case RankBy::area:
            return titles.area;
        case RankBy::position:
            return titles.position;
        case RankBy::competency:
            break;
    }
    return titles.competency;
}

void fill_ranking(Writer& writer, const RankingPage& page, const RankingTitles& titles) {
    const bool has_weights = page.by == RankBy::competency;
    sheet::SheetPlan plan{
        .name = titles.file,
        .heading = {page.unit.full_name, std::string(titles.as_of) + " " + to_text(page.on)},
        .columns =
            {{.title = titles.rank, .look = Look::whole, .width = 8},
             {.title = subject_of(titles, page.by), .width = 46},
             {.title = titles.people, .look = Look::whole, .width = 14},
             {.title = titles.levels, .look = Look::whole, .width = 14}},
        .frozen_columns = 2,
        .page_header = page.unit.full_name,
    };
    if (has_weights) {
        plan.columns.push_back({.title = titles.weight, .look = Look::whole, .width = 10});
    }
    plan.columns.push_back({.title = titles.weighted, .look = Look::whole, .width = 14});
    writer.begin_sheet(plan);
    std::int64_t rank = 0;
    for (const auto& need : page.needs) {
        std::vector<sheet::Value> row = {
            ++rank, page.name_of(need), std::int64_t{need.people}, std::int64_t{need.levels}};
        if (has_weights) row.emplace_back(std::int64_t{page.weight_of(need.competency)});
        row.emplace_back(need.weighted);
        writer.add_row(row);
    }
}

std::string ranking_file(
    const RankingPage& page, const RankingTitles& titles, std::string_view ending
) {
    return std::string(titles.file) + " " + page.unit.name + " " + to_text(page.on) +
           std::string(ending);
}

}  // namespace

http::Download xlsx_of(const RankingPage& page, std::string_view language) {
    const auto& titles = ranking_titles(language);
    return {
        .bytes = sheet::xlsx_bytes([&](Writer& writer) { fill_ranking(writer, page, titles); }),
        .content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        .file_name = ranking_file(page, titles, ".xlsx"),
    };
}

http::Download csv_of(const RankingPage& page, std::string_view language) {
    const auto& titles = ranking_titles(language);
    return {
        .bytes = sheet::csv_bytes([&](Writer& writer) { fill_ranking(writer, page, titles); }),
        .content_type = "text/csv; charset=utf-8",
        .file_name = ranking_file(page, titles, ".csv"),
    };
}

}  // namespace nangluc::needs
