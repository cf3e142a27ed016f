#pragma once

#include <fstream>

#include "modules/assessment/item/item_load.hpp"
#include "served_office.hpp"
#include "testing/dom.hpp"
#include "testing/requirements.hpp"

namespace nangluc::assessment {

using testing::Dom;
using testing::dom_of;
using testing::number_at;
using testing::TestClient;
using testing::text_at;

// The files of a small bank: eight choices and three situations on data.use, two on drafting.
struct BankFolder {
    BankFolder() {
        for (int item = 1; item <= 8; ++item) add_choice("use-0" + std::to_string(item), item - 5);
        for (int item = 1; item <= 3; ++item) {
            const auto code = "use-1" + std::to_string(item);
            add_item(code, "data.use", "situational_judgement", item - 2);
            for (int place = 0; place < 4; ++place) add_option(code, place, (place + item) % 4);
        }
        add_item("draft-01", "office.drafting", "single_choice", 0);
        for (int place = 0; place < 4; ++place) add_option("draft-01", place, place == 2 ? 1 : 0);
        test = R"({"status":"provisional","step":0.8,"rules":{"prior_mean":0,"prior_sd":1.2,)"
               R"("at_least":4,"at_most":7,"target_error":0.4,"decided_at":0.9,"best_of":3,)"
               R"("by_posterior":3,"choice_share":0.75,"situation_share":0.5,)"
               R"("cuts":[-2,-1,0,1]}})";
    }

    void add_choice(const std::string& code, int difficulty) {
        add_item(code, "data.use", "single_choice", difficulty);
        for (int place = 0; place < 4; ++place) add_option(code, place, place == 1 ? 1 : 0);
    }
    void add_item(
        const std::string& code, std::string_view competency, std::string_view form, int difficulty
    ) {
        items += code + ',' + std::string(competency) + ",3," + std::string(form) + ",Câu " + code +
                 ",Question " + code + ',' + std::to_string(difficulty) + ",1.1,2\n";
    }
    void add_option(const std::string& code, int place, int credit) {
        const std::string label(1, static_cast<char>('a' + place));
        options += code + ',' + label + ",ý " + label + ' ' + code + ",choice " + label + ' ' +
                   code + ',' + std::to_string(credit) + '\n';
    }

    std::string written() const {
        std::ofstream(folder.path() / "items.csv") << items;
        std::ofstream(folder.path() / "options.csv") << options;
        std::ofstream(folder.path() / "test.json") << test;
        return folder.path().string();
    }

    testing::TestFolder folder;
    std::string items =
        "code,competency,level,form,stem_vi,stem_en,difficulty,discrimination,minutes\n";
    std::string options = "item,label,text_vi,text_en,credit\n";
    std::string test;
};

// The office with that bank. Every officer needs level 3 in data.use and in drafting.
struct TestedOffice : ServedOffice {
    TestedOffice() {
        db.transaction([&](db::Tx& tx) {
            std::vector<competency::Requirement> requirements;
            for (const auto competency : {data_use, drafting}) {
                requirements.push_back({
                    .id = {},
                    .reason = {competency::ReasonKind::position, position.value, ""},
                    .scope = nation,
                    .competency = competency,
                    .minimum = 3,
                    .desired = 4,
                    .decision_number = "5/QD",
                    .period = {long_ago},
                });
            }
            competency::load_requirements(tx, kit, requirements);
        });
        if (!load(files)) throw std::runtime_error("the bank is refused");
    }

    Result<LoadedBank> load(const BankFolder& bank) {
        const auto folder = bank.written();
        return db.transaction([&](db::Tx& tx) { return load_bank(tx, kit, folder); });
    }

    static std::string begin_body() { return R"({"competency":"21","language":"vi"})"; }
    // The answer to the open question; an option of none is left out.
    static std::string answer_body(const Dom& state, std::string_view option) {
        auto body = R"({"position":)" + std::to_string(number_at(state, "/question/position")) +
                    R"(,"item":")" + text_at(state, "/question/item") +
                    R"(","milliseconds":4200,"language":"vi")";
        if (!option.empty()) body += R"(,"option":")" + std::string(option) + '"';
        return body + '}';
    }
    static std::string answers_of(const Dom& state) {
        return "/sittings/" + text_at(state, "/id") + "/answers";
    }
    static bool is_over(const Dom& state) { return state.at("question").is_null(); }

    // From the question at hand to the end, always with the same option; the last state.
    static Dom finish(TestClient& client, Dom state, std::string_view option) {
        while (!is_over(state)) {
            state = dom_of(client.post(answers_of(state), answer_body(state, option)));
        }
        return state;
    }

    std::int64_t count(std::string_view what) {
        return db.read([&](db::Tx& tx) { return tx.one(what)->get<std::int64_t>("times"); });
    }
    std::int64_t kept_answers() {
        return count(R"sql(
            SELECT COUNT(*) AS times
              FROM assessment_answers
        )sql");
    }
    std::int64_t kept_ratings() {
        return count(R"sql(
            SELECT COUNT(*) AS times
              FROM assessment_ratings
        )sql");
    }

    BankFolder files;
};

}  // namespace nangluc::assessment
