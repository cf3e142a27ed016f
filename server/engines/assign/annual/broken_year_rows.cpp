#include <algorithm>
#include <map>

#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/year_rows.hpp"

namespace nangluc::annual {

namespace {

constexpr auto worth_adding = 1e-5;

class Separation {
public:
    Separation(const YearColumns& year, std::span<const double> columns)
        : year_(year), columns_(columns) {}

    std::vector<Row> rows() {
        add_links();
        add_presence_links();
        for (std::size_t group = 0; group < year_.groups.size(); ++group) {
            if (year_.missing_hours[group] >= 0) add_min_hours(static_cast<int>(group));
        }
        return std::move(rows_);
    }

private:
    double at(int column) const { return columns_[nth(column)]; }

    void add_links() {
        for (const auto& seats : year_.seats) {
            const double size = year_.group(seats).size();
            if (at(seats.column) <= size * at(seats.session) + worth_adding) continue;
            rows_.push_back(
                {{Family::link, {seats.group, seats.session}, {}},
                 {{seats.column, 1}, {seats.session, -size}},
                 0}
            );
        }
    }

    // Of one office no more than may be absent attend a session, and nobody if it stays shut.
    void add_presence_links() {
        for (const auto& sent : year_.sent) {
            const auto most = year_.columns[nth(sent.column)].upper;
            if (at(sent.column) <= most * at(sent.session) + worth_adding) continue;
            rows_.push_back(
                {{Family::presence_link, {sent.office, sent.session}, {}},
                 {{sent.column, 1}, {sent.session, -most}},
                 0}
            );
        }
    }

    struct Part {
        int programme;
        int hours;
        double share;  // of the group that attends
    };

    // Whatever the programmes `given` bring, `rest` hours stay to be covered by the others, and
    // none of those covers more than `rest`:
    //   missing + Σ min(hours, rest) · attended >= rest      for every set given
    // Without it half a long course would pay for half the hours.
    void add_min_hours(int group) {
        const auto& of = year_.groups[nth(group)];
        std::map<int, double> shares;
        for (const auto here : year_.seats_of_group[nth(group)]) {
            const auto& seats = year_.seats[nth(here)];
            shares[year_.offer(seats).programme] += at(seats.column) / of.size();
        }
        std::vector<Part> parts;
        for (const auto& [programme, share] : shares) {
            parts.push_back({programme, year_.instance.programmes[nth(programme)].hours, share});
        }
        const auto missing = at(year_.missing_hours[nth(group)]) / of.size();
        Search search{parts, missing, {}, {}, worth_adding};
        search.look(0, of.min_hours);
        if (search.deepest <= worth_adding) return;
        rows_.push_back(min_hours_row(group, search.worst));
    }

    // The set given whose row is broken most; sets are few, for their hours stay below the minimum.
    struct Search {
        const std::vector<Part>& parts;
        double missing;
        std::vector<int> given;
        std::vector<int> worst;
        double deepest;
        int looked = 0;

        void look(std::size_t from, int rest) {
            constexpr auto most_looks = 500;
            if (++looked > most_looks) return;
            auto short_of = rest - missing;
            for (const auto& part : parts) {
                if (std::ranges::find(given, part.programme) != given.end()) continue;
                short_of -= std::min(part.hours, rest) * part.share;
            }
            if (short_of > deepest) {
                deepest = short_of;
                worst = given;
            }
            for (auto next = from; next < parts.size(); ++next) {
                if (parts[next].hours >= rest || parts[next].share <= worth_adding) continue;
                given.push_back(parts[next].programme);
                look(next + 1, rest - parts[next].hours);
                given.pop_back();
            }
        }
    };

    Row min_hours_row(int group, const std::vector<int>& given) const {
        const auto& of = year_.groups[nth(group)];
        auto rest = of.min_hours;
        for (const auto programme : given) rest -= year_.instance.programmes[nth(programme)].hours;
        const auto limit = -static_cast<double>(rest) * of.size();
        Row row{{Family::min_hours, {group}, given}, {}, limit};
        row.entries.push_back({year_.missing_hours[nth(group)], -1});
        for (const auto here : year_.seats_of_group[nth(group)]) {
            const auto& seats = year_.seats[nth(here)];
            const auto programme = year_.offer(seats).programme;
            if (std::ranges::find(given, programme) != given.end()) continue;
            const auto hours = year_.instance.programmes[nth(programme)].hours;
            row.entries.push_back({seats.column, -static_cast<double>(std::min(hours, rest))});
        }
        return row;
    }

    const YearColumns& year_;
    std::span<const double> columns_;
    std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> broken_year_rows(const YearColumns& year, std::span<const double> columns) {
    return Separation(year, columns).rows();
}

}  // namespace nangluc::annual
