#include "engines/assign/proof/verify.hpp"

#include <exception>

#include "engines/assign/proof/apart.hpp"
#include "engines/assign/proof/cover.hpp"
#include "engines/assign/proof/leaf.hpp"
#include "engines/assign/proof/plan.hpp"

namespace nangluc::proof {

namespace {

std::string decimal(const Exact& number) {
    const Exact size = number < 0 ? Exact(-number) : number;
    auto digits = size.str();
    if (digits.size() <= std::size_t{places}) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    if (number < 0) digits.insert(0, 1, '-');
    return digits;
}

// Weights and penalties are whole multiples of it, and so is every plan's value.
Exact unit_of(const Facts& facts) {
    auto unit = facts.penalty;
    if (facts.counts_changes()) unit = common_divisor(unit, facts.change);
    for (const auto& [need, weight] : facts.needs) unit = common_divisor(unit, weight);
    return unit == 0 ? one() : unit;
}

// No plan is worth less: all hours missing, and every seat that could differ differs.
Exact least_of(const Facts& facts, const Columns& columns) {
    Exact least = 0;
    for (const auto& [id, person] : facts.persons) least -= facts.penalty * person.min_hours;
    if (facts.counts_changes()) {
        least -= facts.change * (facts.standing->size() + columns.attend.size());
    }
    return least;
}

class Verification {
public:
    explicit Verification(Verified& verified) : verified_(verified) {}

    void run(
        const std::map<std::string, std::string>& files,
        const std::string& assignment,
        const std::string& text
    ) {
        const auto facts = read_facts(files);
        const auto certificate = read_certificate(text);
        look_at_plan(facts, read_rows(facts, assignment), certificate);
        if (certificate.bound) verified_.bound = decimal(*certificate.bound);
        verified_.leaves = certificate.leaves.size();
        if (certificate.apart) return look_apart(facts, certificate);
        if (!cover_everything(certificate.leaves)) fault("leaves_do_not_cover");
        look_at_leaves(facts, certificate);
    }

    void fault(std::string code) { verified_.faults.push_back(std::move(code)); }

private:
    void look_at_plan(
        const Facts& facts, const std::vector<Pair>& rows, const Certificate& certificate
    ) {
        if (!certificate.value) {
            if (!rows.empty()) fault("plan_of_no_value");
            return;
        }
        const auto worth = worth_of(facts, rows, certificate.lessons);
        verified_.value = decimal(worth.value);
        for (const auto& rule : worth.broken) fault("rule_broken " + rule);
        if (*certificate.value != worth.value) fault("wrong_value " + decimal(*certificate.value));
        if (!certificate.bound || *certificate.bound < worth.value) fault("bound_below_value");
    }

    // What each leaf must stay below: no plan is worth between the bound and the next multiple of
    // the unit above it; and what stays below every plan there could be holds none.
    static std::optional<Exact> too_much(
        const Facts& facts, const Columns& columns, const Certificate& certificate
    ) {
        if (!certificate.bound) return least_of(facts, columns) * one();
        const auto unit = unit_of(facts);
        if (*certificate.bound % unit != 0) return std::nullopt;
        return (*certificate.bound + unit) * one();
    }

    void look_at_leaves(const Facts& facts, const Certificate& certificate) {
        const auto columns = columns_of(facts);
        const Rows rows(facts, columns);
        std::vector<Evaluated> prices;
        for (const auto& priced : certificate.prices) {
            prices.push_back(evaluate(columns, rows, priced));
        }
        const auto limit = too_much(facts, columns, certificate);
        if (!limit) return fault("bound_between_units");
        for (std::size_t leaf = 0; leaf < certificate.leaves.size(); ++leaf) {
            if (holds(columns, prices, certificate.leaves[leaf], *limit)) continue;
            fault("bound_not_proven leaf " + std::to_string(leaf + 1));
        }
    }

    // Every plan is looked at here, so no leaf is needed beside it.
    void look_apart(const Facts& facts, const Certificate& certificate) {
        const auto unit = unit_of(facts);
        if (!certificate.bound || *certificate.bound % unit != 0) {
            return fault("bound_between_units");
        }
        const Exact too_much = (*certificate.bound + unit) * one();
        if (holds_apart(facts, certificate.prices[*certificate.apart], too_much)) return;
        fault("bound_not_proven apart");
    }

    Verified& verified_;
};

}  // namespace

Verified verify(
    const std::map<std::string, std::string>& files,
    const std::string& assignment,
    const std::string& certificate
) {
    Verified verified;
    Verification verification(verified);
    try {
        verification.run(files, assignment, certificate);
    } catch (const std::exception& fault) {  // what is no file, row or certificate proves nothing
        verification.fault(std::string("not_readable ") + fault.what());
    }
    return verified;
}

}  // namespace nangluc::proof
