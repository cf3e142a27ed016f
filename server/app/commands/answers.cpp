#include <charconv>
#include <cstdio>
#include <fstream>

#include "app/commands/command.hpp"
#include "app/commands/measure/item_file.hpp"
#include "app/commands/measure/measure.hpp"
#include "app/commands/measure/progress.hpp"
#include "app/world/answers.hpp"
#include "kit/sheet/table.hpp"
#include "modules/assessment/item/bank_files.hpp"
#include "modules/assessment/sitting/test_run.hpp"

namespace nangluc::app {

namespace {

namespace fs = std::filesystem;

constexpr auto answers_usage = R"(nangluc answers FOLDER --people N [--asked K] [--seed S]
    [--gain LEVELS] [--without N] [--spread X]

Invents the answers of a nation's people to the item bank, the same for the same call, and writes
into FOLDER what nangluc measure reads:
  answers.csv  a column an item, a row a person; K of the items (24) are asked of each, drawn for
               them, the others are missing by design
  truth.json   the items as they are behind these answers, and how the abilities are spread
  bank.json    the same items as the bank judges them, with the people its tests take for granted

Abilities are spread as the ratings of a world are: by commune, by person and by what is required.
The true items are off the bank's by chances of their own (--spread, 0.2: of the logarithm of a
slope, and double that of a difficulty); they are the same in every call. --seed S are other people,
--gain lifts all of them by so many levels, --without N leaves every Nth item out, to be new in
another year. No database is opened. Settings: docs/operations/configuration.md)";

struct AnswersOrder {
    fs::path folder;
    world::AnswerPlan plan;
    double gain = 0;
    double spread = 0.2;
    std::size_t without = 0;
};

Result<double> number_or(Arguments& arguments, std::string_view name, double otherwise) {
    const auto number = TRY(take_number(arguments, name));
    if (number && *number < 0) {
        return invalid("measure.not_a_number", {{std::string(name), "measure.not_a_number"}});
    }
    return number.value_or(otherwise);
}

// Nothing where it is no call of this command.
Result<std::optional<AnswersOrder>> answers_order(Arguments& arguments) {
    AnswersOrder order;
    order.plan.people = static_cast<std::int64_t>(TRY(number_or(arguments, "--people", 0)));
    order.plan.asked = static_cast<std::size_t>(TRY(number_or(arguments, "--asked", 24)));
    order.plan.seed = static_cast<std::uint64_t>(TRY(number_or(arguments, "--seed", 1)));
    order.gain = TRY(number_or(arguments, "--gain", 0));
    order.spread = TRY(number_or(arguments, "--spread", 0.2));
    order.without = static_cast<std::size_t>(TRY(number_or(arguments, "--without", 0)));
    const bool is_call = order.plan.people >= 1 && order.plan.asked >= 1 && arguments.size() == 1;
    if (!is_call) return std::optional<AnswersOrder>{};
    order.folder = arguments.front();
    return std::optional(std::move(order));
}

// A bank needs competencies to belong to; here what they are called is enough.
Result<assessment::BankContent> read_bank(const fs::path& folder) {
    const auto table = TRY(sheet::Table::read((folder / "items.csv").string()));
    std::set<std::string> codes;
    for (std::size_t row = 0; row < table.rows(); ++row) codes.insert(table.at(row, "competency"));
    std::vector<competency::Competency> competencies;
    for (const auto& code : codes) {
        const auto number = static_cast<std::int64_t>(competencies.size()) + 1;
        competencies.push_back({.id = CompetencyId{number}, .code = code});
    }
    return assessment::read_bank_files(folder.string(), competencies);
}

ItemBank bank_of(
    const std::vector<assessment::Item>& items,
    const std::vector<irt::Item>& curves,
    const irt::Latent& people
) {
    ItemBank bank{.latents = {people}};
    for (std::size_t number = 0; number < items.size(); ++number) {
        std::vector<int> credits;
        for (std::size_t k = 0; k < curves[number].categories(); ++k) {
            credits.push_back(static_cast<int>(k));
        }
        bank.items.push_back({items[number].code, std::move(credits), curves[number]});
    }
    return bank;
}

struct Asked {
    std::vector<std::string> codes;
    std::vector<irt::Item> items;
};

Asked asked_of(const ItemBank& truth, std::size_t without) {
    Asked asked;
    for (std::size_t number = 0; number < truth.items.size(); ++number) {
        if (without > 0 && (number + 1) % without == 0) continue;
        asked.codes.push_back(truth.items[number].name);
        asked.items.push_back(truth.items[number].item);
    }
    return asked;
}

Result<irt::Latent> write_people(
    const AnswersOrder& order, const Asked& asked, world::Abilities& abilities
) {
    const auto file = (order.folder / "answers.csv").string();
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    Progress progress("people");
    auto plan = order.plan;
    plan.progress = [&](std::int64_t done) { progress.tell(done); };
    const auto people = world::write_answers(out, asked.codes, asked.items, abilities, plan);
    out.close();
    if (!out) return conflict("file.unwritable", {{file, "file.unwritable"}});
    return people;
}

Result<> run_answers(const AnswersOrder& order, const fs::path& share) {
    const auto content = TRY(read_bank(share / "items"));
    auto abilities = TRY(world::Abilities::read(share, content.rules.cuts, order.gain));
    std::vector<irt::Item> judged;
    for (const auto& item : content.items) judged.push_back(assessment::curve_of(item));
    auto truth = bank_of(content.items, world::true_items(content.items, order.spread), {});
    const auto asked = asked_of(truth, order.without);

    std::error_code failure;
    fs::create_directories(order.folder, failure);
    const auto people = TRY(write_people(order, asked, abilities));
    truth.latents = {people};
    const irt::Latent expected{content.rules.prior_mean, content.rules.prior_sd};
    const auto bank = bank_of(content.items, judged, expected);
    TRY(write_report(
        (order.folder / "truth.json").string(), items_json(truth, irt::Model::gpcm) + '\n'
    ));
    TRY(write_report(
        (order.folder / "bank.json").string(), items_json(bank, irt::Model::gpcm) + '\n'
    ));
    std::printf(
        "%lld people, %zu items, %zu asked of each; abilities mean %.4f sd %.4f\n",
        static_cast<long long>(order.plan.people),
        asked.codes.size(),
        std::min(order.plan.asked, asked.codes.size()),
        people.mean,
        people.sd
    );
    return {};
}

}  // namespace

int answers(Arguments arguments) {
    if (print_help(arguments, answers_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    const auto order = answers_order(arguments);
    if (!order) return print(order.error());
    if (!order.value()) return print_wrong_call(answers_usage);
    const auto done = run_answers(*order.value(), config.value().share.folder);
    return done ? 0 : print(done.error());
}

}  // namespace nangluc::app
