#include "modules/organisation/roster_import/roster_check.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/files.hpp"
#include "modules/organisation/roster_import/roster_row.hpp"

namespace nangluc::organisation {

namespace {

constexpr std::size_t batch = 2'000;

bool is_all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<std::optional<ImportCounts>> RosterCheck::run() {
    if (!import_.mapping.missing().empty()) return conflict("roster_import.columns_missing");
    const auto path = TRY(kit_.files.path_of(import_.file_hash));
    const auto file = TRY(sheet::open(path));
    const auto today = kit_.clock.today();
    answers_ = kit_.db.read([&](db::Tx& tx) { return list_roster_answers(tx, import_.id); });
    auto reference =
        TRY(kit_.db.read([&](db::Tx& tx) { return load_roster_reference(tx, import_.unit, today); })
        );
    TRY(count_rows(*file));
    if (reference.usual_digits == 0) reference.usual_digits = usual_digits_;
    TRY(read_rows(*file, reference));
    judge(reference);
    keep();
    if (is_cancelled_) return std::optional<ImportCounts>();
    return std::optional(counts());
}

// A first reading tells how much there is to do, what is merged, and how long numbers are.
Result<> RosterCheck::count_rows(sheet::Reader& file) {
    std::map<std::size_t, int> lengths;
    const int numbers = import_.mapping.at(RosterColumn::staff_number);
    const auto use = [&](const sheet::Row& row) {
        if (row.number <= import_.title_row) return sheet::Next::more;
        ++rows_;
        const auto& cell = row.at(numbers);
        if (cell.kind == sheet::Kind::text && is_all_digits(cell.text)) ++lengths[cell.text.size()];
        if (rows_ % 1'000 == 0) is_cancelled_ = job_.is_cancelled();
        return is_cancelled_ ? sheet::Next::stop : sheet::Next::more;
    };
    auto summary = TRY(file.read(static_cast<std::size_t>(import_.sheet), use));
    merged_ = std::move(summary.merged);
    std::erase_if(merged_, [&](const sheet::Range& range) {
        return range.last_row <= import_.title_row;
    });
    const auto usual =
        std::ranges::max_element(lengths, {}, [](const auto& entry) { return entry.second; });
    if (usual != lengths.end()) usual_digits_ = static_cast<int>(usual->first);
    return {};
}

Result<> RosterCheck::read_rows(sheet::Reader& file, const RosterReference& reference) {
    const RosterReading reading{
        reference, import_.mapping, answers_, file.format(), std::move(merged_)};
    RosterRowReader reader(reading);
    lines_.reserve(static_cast<std::size_t>(rows_));
    std::int64_t done = 0;
    const auto use = [&](const sheet::Row& row) {
        if (row.number <= import_.title_row) return sheet::Next::more;
        if (auto line = reader.read(row, faults_)) lines_.push_back(std::move(*line));
        if (++done % 500 == 0) {
            job_.progress("roster_reading", done, rows_);
            is_cancelled_ = job_.is_cancelled();
        }
        return is_cancelled_ ? sheet::Next::stop : sheet::Next::more;
    };
    if (!is_cancelled_) TRY(file.read(static_cast<std::size_t>(import_.sheet), use));
    return {};
}

template <class Item, class Store>
bool RosterCheck::in_batches(const std::vector<Item>& items, std::string_view stage, Store store) {
    const std::span<const Item> all(items);
    for (std::size_t from = 0; from < all.size(); from += batch) {
        is_cancelled_ |= job_.is_cancelled();
        if (is_cancelled_) return false;
        const auto some = all.subspan(from, std::min(batch, all.size() - from));
        kit_.db.transaction([&](db::Tx& tx) { store(tx, some, from); });
        job_.progress(
            stage,
            static_cast<std::int64_t>(from + some.size()),
            static_cast<std::int64_t>(all.size())
        );
    }
    return true;
}

void RosterCheck::judge(const RosterReference& reference) {
    // An attempt that broke off left keys of the same job behind.
    kit_.db.transaction([&](db::Tx& tx) { drop_run(tx, run_); });
    const bool are_kept = in_batches(lines_, "roster_comparing", [&](auto& tx, auto some, auto) {
        stage_keys(tx, run_, some);
    });
    if (!are_kept && is_cancelled_) return;
    const auto known =
        kit_.db.read([&](db::Tx& tx) { return load_roster_known(tx, run_, reference); });
    kit_.db.transaction([&](db::Tx& tx) { drop_keys(tx, run_); });
    RosterJudge(reference, known, answers_, kit_.ids).judge(lines_, faults_);
    std::ranges::stable_sort(faults_, {}, [&](const RowFault& fault) {
        return std::pair(fault.row, import_.mapping.at(fault.column));
    });
}

void RosterCheck::keep() {
    if (is_cancelled_) return;
    in_batches(lines_, "roster_keeping", [&](auto& tx, auto some, auto) {
        stage_lines(tx, run_, some);
    });
    in_batches(faults_, "roster_keeping", [&](auto& tx, auto some, auto from) {
        stage_faults(tx, run_, import_.mapping, some, static_cast<int>(from));
    });
}

ImportCounts RosterCheck::counts() const {
    ImportCounts counts{.rows = static_cast<int>(lines_.size())};
    for (const auto& line : lines_) {
        switch (line.verdict) {
            case RowVerdict::added:
                ++counts.added;
                break;
            case RowVerdict::changed:
                ++counts.changed;
                break;
            case RowVerdict::same:
                ++counts.same;
                break;
            case RowVerdict::rejected:
                ++counts.rejected;
                break;
            case RowVerdict::question:
                ++counts.question;
                break;
        }
    }
    for (const auto& fault : faults_) {
        const auto severity = severity_of(fault.code);
        counts.errors += severity == FaultSeverity::error ? 1 : 0;
        counts.questions += severity == FaultSeverity::question ? 1 : 0;
        counts.notices += severity == FaultSeverity::notice ? 1 : 0;
    }
    return counts;
}

}  // namespace nangluc::organisation
