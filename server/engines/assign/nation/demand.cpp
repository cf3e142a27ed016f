#include "engines/assign/nation/demand.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

#include "engines/assign/annual/nth.hpp"
#include "engines/assign/nation/board.hpp"

namespace nangluc::nation {

using annual::nth;

namespace {

// What one thread has seen.
class Count {
public:
    Count(const Crowd& crowd, const Prices& prices, const std::vector<char>& shut, Demand& all)
        : crowd_(crowd),
          prices_(prices),
          shut_(shut),
          all_(all),
          board_(crowd),
          chooser_(crowd),
          seats_(nth(crowd.sessions())) {}

    void look_at(int office) {
        board_.show(office, prices_, shut_);
        for (const auto& kind : crowd_.kinds_of(office)) {
            chooser_.choose(kind, board_.offers(kind));
            const auto people = static_cast<std::int64_t>(kind.members.size());
            gain_ += people * chooser_.bound();
            for (std::size_t wish = 0; wish < kind.wishes.size(); ++wish) {
                const auto session = chooser_.sessions()[wish];
                if (session >= 0) send(kind, kind.wishes[wish].programme, session);
            }
        }
    }

    void add_to(Demand& demand) const {
        for (std::size_t at = 0; at < seats_.size(); ++at) demand.seats[at] += seats_[at];
        demand.travel += travel_;
        demand.gain += gain_;
    }

private:
    void send(const Kind& kind, int programme, int session) {
        const auto people = static_cast<std::int64_t>(kind.members.size());
        seats_[nth(session)] += people;
        const auto ways = crowd_.ways(kind.office, programme);
        travel_ += people * std::ranges::lower_bound(ways, session, {}, &Way::session)->cost;
        for (const auto slot : crowd_.slots_of(session)) {
            all_.absent[nth(kind.office) * nth(crowd_.slots()) + nth(slot)] +=
                static_cast<int>(people);
        }
    }

    const Crowd& crowd_;
    const Prices& prices_;
    const std::vector<char>& shut_;
    Demand& all_;  // of which each thread writes what is its offices' own
    Board board_;
    Chooser chooser_;
    std::vector<std::int64_t> seats_;
    std::int64_t travel_ = 0;
    Nano gain_ = 0;
};

}  // namespace

Demand demand_at(
    const Crowd& crowd, const Prices& prices, const std::vector<char>& shut, int threads
) {
    Demand demand{.seats = std::vector<std::int64_t>(nth(crowd.sessions())), .absent = {}};
    demand.absent.resize(nth(crowd.offices()) * nth(crowd.slots()));
    std::vector<Count> counts;
    for (int thread = 0; thread < threads; ++thread) {
        counts.emplace_back(crowd, prices, shut, demand);
    }
    constexpr int at_a_time = 16;
    std::atomic<int> next = 0;
    const auto work = [&](Count& count) {
        for (;;) {
            const auto first = next.fetch_add(at_a_time);
            if (first >= crowd.offices()) return;
            const auto end = std::min(first + at_a_time, crowd.offices());
            for (int office = first; office < end; ++office) count.look_at(office);
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (std::size_t at = 1; at < counts.size(); ++at) {
            helpers.emplace_back([&work, &count = counts[at]] { work(count); });
        }
        work(counts.front());
    }
    for (const auto& count : counts) count.add_to(demand);
    return demand;
}

}  // namespace nangluc::nation
