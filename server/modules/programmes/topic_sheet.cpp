#include "modules/programmes/topic_sheet.hpp"

#include <charconv>
#include <fstream>

#include "kit/sheet/table.hpp"
#include "kit/sheet/temporary_file.hpp"
#include "kit/sheet/writer.hpp"

namespace nangluc::programmes {

static constexpr auto number_title = "TT";
static constexpr auto name_title = "Tên chuyên đề";
static constexpr auto description_title = "Nội dung";
static constexpr auto outcome_title = "Chuẩn đầu ra";
static constexpr auto hours_title = "Số giờ";

std::string write_topics(const std::string& title, const std::vector<Topic>& topics) {
    using enum sheet::Look;
    return sheet::xlsx_bytes(
        [&](sheet::Writer& writer) {
            writer.begin_sheet({
                .name = "Chuyên đề",
                .columns =
                    {{number_title, whole, 6},
                     {name_title, wrapped, 50},
                     {description_title, wrapped, 50},
                     {outcome_title, wrapped, 40},
                     {hours_title, whole, 10}},
            });
            for (const auto& topic : topics) {
                writer.add_row(
                    {std::int64_t{topic.seq},
                     topic.title,
                     topic.description,
                     topic.outcome,
                     std::int64_t{topic.hours}}
                );
            }
        },
        {.title = title}
    );
}

static std::optional<int> whole_number(const std::string& text) {
    int value = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc() || stop != end || value < 0 || value > 2'000) return std::nullopt;
    return value;
}

Result<std::vector<Topic>> read_topics(const std::string& bytes) {
    const sheet::TemporaryFile file;
    std::ofstream(file.path(), std::ios::binary) << bytes;
    const auto table = TRY(sheet::Table::read(file.path()));
    for (const auto* title :
         {number_title, name_title, description_title, outcome_title, hours_title}) {
        if (!table.has(title)) return invalid("topics.columns", {{title, "required"}});
    }

    std::vector<Topic> topics;
    std::vector<Fault> faults;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto at = std::to_string(row + 2);
        const auto number = whole_number(table.at(row, number_title));
        const auto hours = whole_number(table.at(row, hours_title));
        if (number != static_cast<int>(row) + 1) faults.push_back({"A" + at, "out_of_order"});
        if (table.at(row, name_title).empty()) faults.push_back({"B" + at, "required"});
        if (!hours) faults.push_back({"E" + at, "out_of_range"});
        topics.push_back({
            .seq = static_cast<int>(row) + 1,
            .title = table.at(row, name_title),
            .description = table.at(row, description_title),
            .outcome = table.at(row, outcome_title),
            .hours = hours.value_or(0),
        });
    }
    if (!faults.empty()) return invalid("topics.invalid", std::move(faults));
    return topics;
}

}  // namespace nangluc::programmes
