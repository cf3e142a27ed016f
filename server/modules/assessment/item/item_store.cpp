#include "modules/assessment/item/item_store.hpp"

#include <algorithm>

#include "kit/json/json.hpp"

namespace nangluc::assessment {

using db::to_value;
using db::Values;

static ItemBank bank_of(const db::Row& row) {
    return {
        .id = row.get<ItemBankId>("id"),
        .number = row.get<int>("number"),
        .status = row.get<BankStatus>("status"),
        .rules = json::read<TestRules>(row.get<std::string>("rules")).value(),
        .loaded_at = row.get<Instant>("loaded_at"),
    };
}

constexpr auto select_newest_bank = R"sql(
    SELECT id, number, status, rules, loaded_at
      FROM assessment_banks
     ORDER BY number DESC
     LIMIT 1
)sql";

std::optional<ItemBank> find_newest_bank(db::Tx& tx) {
    const auto row = tx.one(select_newest_bank);
    return row ? std::optional(bank_of(*row)) : std::nullopt;
}

constexpr auto select_bank = R"sql(
    SELECT id, number, status, rules, loaded_at
      FROM assessment_banks
     WHERE id = $1
)sql";

ItemBank read_bank(db::Tx& tx, ItemBankId id) {
    return bank_of(tx.one(select_bank, id).value());
}

constexpr auto insert_bank = R"sql(
    INSERT INTO assessment_banks (id, number, status, rules, loaded_at)
    VALUES ($1, $2, $3, $4, $5)
)sql";

void add_bank(db::Tx& tx, const ItemBank& bank) {
    tx.run(insert_bank, bank.id, bank.number, bank.status, json::write(bank.rules), bank.loaded_at);
}

constexpr auto select_items = R"sql(
    SELECT id, code, competency_id, level, kind, slope, intercepts, minutes
      FROM assessment_items
     WHERE bank_id = $1 AND (competency_id = $2 OR CAST($2 AS bigint) = 0)
     ORDER BY code
)sql";

constexpr auto select_options = R"sql(
    SELECT o.item_id, o.label, o.credit
      FROM assessment_items i
      JOIN assessment_item_options o ON o.item_id = i.id
     WHERE i.bank_id = $1 AND (i.competency_id = $2 OR CAST($2 AS bigint) = 0)
     ORDER BY o.item_id, o.label
)sql";

constexpr auto select_texts = R"sql(
    SELECT t.item_id, t.language, t.label, t.text
      FROM assessment_items i
      JOIN assessment_item_texts t ON t.item_id = i.id
     WHERE i.bank_id = $1 AND (i.competency_id = $2 OR CAST($2 AS bigint) = 0)
     ORDER BY t.item_id
)sql";

std::vector<Item> list_items(db::Tx& tx, ItemBankId bank, CompetencyId competency) {
    std::vector<Item> items;
    std::map<ItemId, std::size_t> places;
    for (const auto& row : tx.all(select_items, bank, competency.value)) {
        Item item{
            .id = row.get<ItemId>("id"),
            .code = row.get<std::string>("code"),
            .competency = row.get<CompetencyId>("competency_id"),
            .level = row.get<int>("level"),
            .kind = row.get<ItemKind>("kind"),
            .slope = row.get<double>("slope"),
            .intercepts =
                json::read<std::vector<double>>(row.get<std::string>("intercepts")).value(),
            .minutes = row.get<int>("minutes"),
        };
        places[item.id] = items.size();
        items.push_back(std::move(item));
    }
    const auto item_of = [&](const db::Row& row) -> Item& {
        return items[places.at(row.get<ItemId>("item_id"))];
    };
    for (const auto& row : tx.all(select_options, bank, competency.value)) {
        item_of(row).options.push_back({row.get<std::string>("label"), row.get<int>("credit"), {}});
    }
    for (const auto& row : tx.all(select_texts, bank, competency.value)) {
        auto& item = item_of(row);
        const auto label = row.get<std::string>("label");
        const auto option = std::ranges::find(item.options, label, &Option::label);
        auto& texts = option == item.options.end() ? item.stem : option->texts;
        texts[row.get<std::string>("language")] = row.get<std::string>("text");
    }
    return items;
}

constexpr auto insert_item = R"sql(
    INSERT INTO assessment_items (id, bank_id, code, competency_id, level, kind, slope, intercepts,
           minutes)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql";

constexpr auto insert_option = R"sql(
    INSERT INTO assessment_item_options (item_id, label, credit)
    VALUES ($1, $2, $3)
)sql";

constexpr auto insert_text = R"sql(
    INSERT INTO assessment_item_texts (item_id, language, label, text)
    VALUES ($1, $2, $3, $4)
)sql";

void add_items(db::Tx& tx, ItemBankId bank, const std::vector<Item>& items) {
    std::vector<Values> rows;
    std::vector<Values> options;
    std::vector<Values> texts;
    const auto add_texts = [&](ItemId item, std::string_view label, const Texts& told) {
        for (const auto& [language, text] : told) {
            texts.push_back({to_value(item), to_value(language), to_value(label), to_value(text)});
        }
    };
    for (const auto& item : items) {
        rows.push_back({
            to_value(item.id),
            to_value(bank),
            to_value(item.code),
            to_value(item.competency),
            to_value(item.level),
            to_value(item.kind),
            to_value(item.slope),
            to_value(json::write(item.intercepts)),
            to_value(item.minutes),
        });
        add_texts(item.id, "", item.stem);
        for (const auto& [label, credit, told] : item.options) {
            options.push_back({to_value(item.id), to_value(label), to_value(credit)});
            add_texts(item.id, label, told);
        }
    }
    tx.run_each(insert_item, rows);
    tx.run_each(insert_option, options);
    tx.run_each(insert_text, texts);
}

constexpr auto count_by_competency = R"sql(
    SELECT competency_id, COUNT(*) AS items, CAST(SUM(minutes) AS bigint) AS minutes
      FROM assessment_items
     WHERE bank_id = $1
     GROUP BY competency_id
)sql";

std::map<CompetencyId, ItemCount> count_items(db::Tx& tx, ItemBankId bank) {
    std::map<CompetencyId, ItemCount> counts;
    for (const auto& row : tx.all(count_by_competency, bank)) {
        counts[row.get<CompetencyId>("competency_id")] = {
            row.get<int>("items"), row.get<int>("minutes")};
    }
    return counts;
}

}  // namespace nangluc::assessment
