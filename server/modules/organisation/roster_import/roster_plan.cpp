// What applying the rows would do: holdings, posts filled, shares of time, people and their facts.

#include <algorithm>

#include "modules/organisation/roster_import/roster_judge.hpp"

namespace nangluc::organisation {

using enum RosterColumn;

namespace {

bool fills(HoldingKind kind) {
    return kind == HoldingKind::main || kind == HoldingKind::acting;
}

bool says_the_same(const RosterLine& line, const KnownHolding& holding) {
    return holding.share == line.share && holding.period == Period{*line.from, line.until} &&
           (line.decision.empty() || line.decision == holding.note);
}

}  // namespace

void RosterJudge::plan_holding(RosterLine& line) {
    const Period period{*line.from, line.until};
    const auto& held = holdings_of(line.person);
    const auto same_post = std::ranges::find_if(held, [&](const KnownHolding& holding) {
        return holding.post == line.post && holding.kind == line.kind &&
               (holding.period.overlaps(period) || holding.period.is_open());
    });
    if (same_post != held.end()) {
        if (says_the_same(line, *same_post)) return;
        line.replaces = same_post->id;
    } else if (line.kind == HoldingKind::main) {
        plan_main(line, held);
    }
    if (!line.is_good()) return;
    line.holding = ids_.make<HoldingId>();
    line.changes.emplace_back("holding");
}

// Another main post ends where the new one begins, if it is one of this sub-tree.
void RosterJudge::plan_main(RosterLine& line, const std::vector<KnownHolding>& held) {
    const Period period{*line.from, line.until};
    const KnownHolding* before = nullptr;
    for (const auto& holding : held) {
        if (holding.kind != HoldingKind::main || !holding.period.overlaps(period)) continue;
        if (!holding.is_inside) {
            return blame(line, staff_number, RosterFault::main_elsewhere, line.staff_number);
        }
        if (before || holding.period.from >= period.from) {
            const auto since = to_text(holding.period.from);
            return blame(line, from_date, RosterFault::overlaps_main, since);
        }
        before = &holding;
    }
    if (!before) return;
    line.replaces = before->id;
    line.closed = ids_.make<HoldingId>();
}

// Who fills which post once the holdings that the rows close have ended.
std::unordered_map<PostId, std::set<PersonId>> RosterJudge::still_filled(
    const std::vector<RosterLine>& lines
) const {
    auto filled_by = known_.filled_by;
    for (const auto& line : lines) {
        if (!line.is_good() || !line.replaces || !line.closed) continue;
        for (const auto& holding : holdings_of(line.person)) {
            if (holding.id == line.replaces) filled_by[holding.post].erase(line.person);
        }
    }
    return filled_by;
}

void RosterJudge::count_posts(std::vector<RosterLine>& lines) {
    auto filled_by = still_filled(lines);
    for (auto& line : lines) {
        const bool counts =
            line.is_good() && line.holding && fills(line.kind) && line.until > reference_.today;
        if (!counts) continue;
        auto& people = filled_by[line.post];
        if (people.contains(line.person)) continue;
        const auto authorised = reference_.posts.at(line.post).authorised;
        if (static_cast<int>(people.size()) >= authorised) {
            const auto& name =
                reference_.position_names.at(reference_.posts.at(line.post).position);
            blame(line, position, RosterFault::over_authorised, name);
        } else {
            people.insert(line.person);
        }
    }
}

void RosterJudge::count_shares(const Lines& lines) {
    std::map<HoldingId, int> shares;
    Lines planned;
    std::ranges::copy_if(lines, std::back_inserter(planned), [](const RosterLine* line) {
        return line->is_good() && line->holding;
    });
    if (planned.empty()) return;
    auto on = reference_.today;
    for (const auto* line : planned) on = std::max(on, *line->from);
    auto* last = planned.back();
    for (const auto& holding : holdings_of(last->person)) {
        if (holding.period.contains(on)) shares[holding.id] = holding.share;
    }
    for (const auto* line : planned) {
        shares.erase(line->replaces);
        if (Period{*line->from, line->until}.contains(on)) shares[line->holding] = line->share;
    }
    int sum = 0;
    for (const auto& [holding, share] : shares) sum += share;
    if (sum > 100) blame(*last, share, RosterFault::shares_over_100, std::to_string(sum));
}

// Requests about a person are judged where the main post is: somebody new needs one.
void RosterJudge::require_main(const Lines& lines) {
    const auto* known = known_person(lines.front()->person);
    if (known && known->is_held) return;
    const auto is_main = [](const RosterLine* line) { return line->kind == HoldingKind::main; };
    if (std::ranges::any_of(lines, [&](const RosterLine* line) {
            return is_main(line) && line->is_good();
        })) {
        return;
    }
    const bool has_main = std::ranges::any_of(lines, is_main);
    for (auto* line : lines) {
        if (!line->is_good()) continue;
        if (has_main) line->is_faulty = true;  // the row with the main post says why
        if (!has_main) blame(*line, kind, RosterFault::no_main_post, name_of(line->kind));
    }
}

void RosterJudge::plan_person(const Lines& lines) {
    const auto* known = known_person(lines.front()->person);
    const bool is_ours = !known || known->is_inside || !known->is_held;
    if (!is_ours) return;
    std::set<std::string> planned;
    bool is_first = true;
    for (auto* line : lines) {
        if (!line->is_good()) continue;
        if (is_first) plan_identity(*line, known);
        is_first = false;
        plan_facts(*line, planned);
    }
}

// Name and number, told by the first good row of a person.
void RosterJudge::plan_identity(RosterLine& line, const KnownPerson* known) {
    const auto changes_before = line.changes.size();
    // Left by an import that was taken back, they are new to everybody.
    if (!known || !known->is_held) line.changes.emplace_back("person");
    if (known && line.name != known->name) line.changes.emplace_back("name");
    if (known && line.staff_number != known->staff_number) {
        line.changes.emplace_back("staff_number");
    }
    if (line.changes.size() == changes_before) return;
    line.person_act = known ? PersonAct::correct : PersonAct::add;
}

void RosterJudge::plan_facts(RosterLine& line, std::set<std::string>& planned) {
    const auto plan = [&](const char* fact_kind, const std::string& value) {
        if (value.empty() || !planned.insert(fact_kind).second) return;
        plan_fact(line, {.person = line.person, .kind = fact_kind, .value = value});
    };
    plan("rank", line.rank);
    plan("qualification", line.qualification);
    plan("sex", line.sex);
    plan("email", line.email);
}

void RosterJudge::plan_fact(RosterLine& line, PlannedFact fact) {
    fact.from = *line.from;
    if (const auto facts = known_.facts.find(line.person); facts != known_.facts.end()) {
        for (const auto& known : facts->second) {
            if (known.kind != fact.kind) continue;
            if (known.value == fact.value) return;
            fact.replaces = known.id;
            // Since when it holds the file does not say: from today, as far as we know.
            fact.from = std::max(known.from, reference_.today);
            if (known.from < fact.from) fact.closed = ids_.next();
        }
    }
    fact.id = ids_.next();
    line.changes.emplace_back(fact.kind);
    line.facts.push_back(std::move(fact));
}

void RosterJudge::settle(RosterLine& line) {
    if (line.is_left_out) {
        line.verdict = RowVerdict::same;
    } else if (line.is_faulty) {
        line.verdict = RowVerdict::rejected;
    } else if (line.is_asked) {
        line.verdict = RowVerdict::question;
    } else if (std::ranges::find(line.changes, "person") != line.changes.end()) {
        line.verdict = RowVerdict::added;
    } else {
        line.verdict = line.changes.empty() ? RowVerdict::same : RowVerdict::changed;
    }
    if (line.verdict == RowVerdict::added || line.verdict == RowVerdict::changed) return;
    line.holding = line.replaces = line.closed = {};
    line.person_act = PersonAct::none;
    line.facts.clear();
    line.changes.clear();
}

}  // namespace nangluc::organisation
