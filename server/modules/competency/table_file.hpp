#pragma once

#include <functional>
#include <string>

#include "kit/http/http.hpp"
#include "kit/sheet/writer.hpp"

namespace nangluc::competency {

enum class FileKind { xlsx, csv };

// The same rows as a workbook or as CSV. Included where sheets are filled only.
inline http::Download table_file(
    FileKind kind, const std::string& name, const std::function<void(sheet::Writer&)>& fill
) {
    if (kind == FileKind::csv) {
        return {sheet::csv_bytes(fill), "text/csv; charset=utf-8", name + ".csv"};
    }
    return {
        sheet::xlsx_bytes(fill, {.title = name}),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name + ".xlsx",
    };
}

// The words of a file that leaves the house: in Vietnamese, or English for "en".
class FileWords {
public:
    explicit FileWords(const std::string& language) : is_english_(language == "en") {}

    std::string operator()(const char* vi, const char* en) const { return is_english_ ? en : vi; }
    const std::string& name(const std::string& vi, const std::string& en) const {
        return is_english_ && !en.empty() ? en : vi;
    }

private:
    bool is_english_;
};

}  // namespace nangluc::competency
