#include "engines/assign/proof/certificate.hpp"

#include <sstream>
#include <stdexcept>

namespace nangluc::proof {

namespace {

// How many ids stand before the price.
const std::map<std::string, std::size_t>& families() {
    static const std::map<std::string, std::size_t> ids = {
        {"capacity", 1},     {"min_class", 1},    {"budget", 0},        {"sent_least", 2},
        {"sent_most", 2},    {"presence", 2},     {"presence_link", 2}, {"once", 2},
        {"slot", 2},         {"prerequisite", 3}, {"max_hours", 1},     {"min_hours", 1},
        {"link", 2},         {"max_sessions", 1}, {"rooms", 3},         {"taught", 1},
        {"teaches_slot", 2}, {"teaches_most", 1}, {"floor_seats", 1},   {"floor_share", 1},
    };
    return ids;
}

class Lines {
public:
    explicit Lines(const std::string& text) : lines_(text) {}

    Certificate read() {
        if (!next() || line_ != "nangluc plan certificate 1") fail();
        certificate_.value = number_after("value");
        certificate_.bound = number_after("bound");
        while (next()) {
            if (line_ == "end") return std::move(certificate_);
            take();
        }
        throw std::runtime_error("the certificate has no end");
    }

private:
    bool next() { return static_cast<bool>(std::getline(lines_, line_)); }
    [[noreturn]] void fail() const { throw std::runtime_error("not understood: " + line_); }

    Exact number(const std::string& word) const {
        auto number = exact(word);
        if (!number) fail();
        return *number;
    }

    Id id(const std::string& word) const {
        std::size_t read = 0;
        Id id = 0;
        try {
            id = std::stoll(word, &read);
        } catch (const std::exception&) {
            fail();
        }
        if (read != word.size()) fail();
        return id;
    }

    std::optional<Exact> number_after(const std::string& name) {
        if (!next()) fail();
        const auto words = words_of_line();
        if (words.size() != 2 || words.front() != name) fail();
        if (words.back() == "none") return std::nullopt;
        return number(words.back());
    }

    std::vector<std::string> words_of_line() const {
        std::istringstream stream(line_);
        std::vector<std::string> words;
        for (std::string word; stream >> word;) words.push_back(word);
        if (words.empty()) fail();
        return words;
    }

    void take() {
        const auto words = words_of_line();
        const auto family = families().find(words.front());
        if (words.front() == "prices") {
            if (words.size() != 2 || number(words[1]) != one() * certificate_.prices.size()) fail();
            certificate_.prices.emplace_back();
        } else if (words.front() == "leaf") {
            take_leaf(words);
        } else if (words.front() == "apart") {
            take_apart(words);
        } else if (words.front() == "teaches") {
            if (words.size() != 3) fail();
            certificate_.lessons.emplace_back(id(words[1]), id(words[2]));
        } else if (family != families().end()) {
            take_price(words, family->second);
        } else {
            take_answer(words);
        }
    }

    void take_leaf(const std::vector<std::string>& words) {
        auto& leaf = certificate_.leaves.emplace_back();
        for (std::size_t at = 1; at < words.size(); ++at) {
            const auto named = id(words[at]);
            const bool known =
                named >= 0 && static_cast<std::size_t>(named) < certificate_.prices.size();
            if (!known) fail();
            leaf.prices.push_back(static_cast<std::size_t>(named));
        }
        if (leaf.prices.empty()) fail();
    }

    void take_apart(const std::vector<std::string>& words) {
        const auto named = words.size() == 2 ? id(words[1]) : -1;
        const bool known =
            named >= 0 && static_cast<std::size_t>(named) < certificate_.prices.size();
        if (!known || certificate_.apart) fail();
        certificate_.apart = static_cast<std::size_t>(named);
    }

    void take_price(const std::vector<std::string>& words, std::size_t ids) {
        if (certificate_.prices.empty() || words.size() < ids + 2) fail();
        Priced priced{words.front(), {}, {}, number(words[ids + 1])};
        for (std::size_t at = 1; at <= ids; ++at) priced.at.push_back(id(words[at]));
        for (auto at = ids + 2; at < words.size(); ++at) priced.given.push_back(id(words[at]));
        if (!priced.given.empty() && priced.family != "min_hours") fail();
        certificate_.prices.back().push_back(std::move(priced));
    }

    void take_answer(const std::vector<std::string>& words) {
        if (certificate_.leaves.empty()) fail();
        Answer answer;
        if (words.size() == 2 && (words[0] == "shut" || words[0] == "open")) {
            const bool shut = words[0] == "shut";
            answer = {"session", {id(words[1])}, shut, shut ? 0 : 1};
        } else if (words.size() == 4 && words[0].starts_with("sent_at_")) {
            answer = {"sent", {id(words[1]), id(words[2])}, is_most(words[0]), id(words[3])};
        } else if (words.size() == 4 && words[0].starts_with("teaches_at_")) {
            answer = {"teach", {id(words[1]), id(words[2])}, is_most(words[0]), id(words[3])};
        } else if (words.size() >= 4 && words[0].starts_with("attend_at_")) {
            answer = {"attend", {id(words[1])}, is_most(words[0]), id(words[2])};
            for (std::size_t at = 3; at < words.size(); ++at) answer.at.push_back(id(words[at]));
        } else {
            fail();
        }
        certificate_.leaves.back().answers.push_back(std::move(answer));
    }

    bool is_most(const std::string& word) const {
        if (word.ends_with("_at_most")) return true;
        if (!word.ends_with("_at_least")) fail();
        return false;
    }

    std::istringstream lines_;
    std::string line_;
    Certificate certificate_;
};

}  // namespace

Certificate read_certificate(const std::string& text) {
    return Lines(text).read();
}

}  // namespace nangluc::proof
