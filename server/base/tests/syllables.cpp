#include "syllables.hpp"

#include <array>
#include <cstddef>
#include <set>
#include <sstream>

namespace nangluc::testing {

namespace {

// Tones in the order level, huyền, sắc, hỏi, ngã, nặng.
constexpr std::size_t tone_count = 6;
constexpr std::array<const char*, tone_count> tone_marks = {
    "", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};

struct Vowel {
    const char* plain;

    const char* mark;  // of the letter itself: circumflex, breve, horn
    std::array<const char*, tone_count> small;
    std::array<const char*, tone_count> capital;
};

constexpr auto circumflex = "\u0302";
constexpr auto breve = "\u0306";
constexpr auto horn = "\u031B";

const std::array<std::pair<const char*, Vowel>, 12> vowels = {{
    {"a", {"a", "", {"a", "à", "á", "ả", "ã", "ạ"}, {"A", "À", "Á", "Ả", "Ã", "Ạ"}}},
    {"ă", {"a", breve, {"ă", "ằ", "ắ", "ẳ", "ẵ", "ặ"}, {"Ă", "Ằ", "Ắ", "Ẳ", "Ẵ", "Ặ"}}},
    {"â", {"a", circumflex, {"â", "ầ", "ấ", "ẩ", "ẫ", "ậ"}, {"Â", "Ầ", "Ấ", "Ẩ", "Ẫ", "Ậ"}}},
    {"e", {"e", "", {"e", "è", "é", "ẻ", "ẽ", "ẹ"}, {"E", "È", "É", "Ẻ", "Ẽ", "Ẹ"}}},
    {"ê", {"e", circumflex, {"ê", "ề", "ế", "ể", "ễ", "ệ"}, {"Ê", "Ề", "Ế", "Ể", "Ễ", "Ệ"}}},
    {"i", {"i", "", {"i", "ì", "í", "ỉ", "ĩ", "ị"}, {"I", "Ì", "Í", "Ỉ", "Ĩ", "Ị"}}},
    {"o", {"o", "", {"o", "ò", "ó", "ỏ", "õ", "ọ"}, {"O", "Ò", "Ó", "Ỏ", "Õ", "Ọ"}}},
    {"ô", {"o", circumflex, {"ô", "ồ", "ố", "ổ", "ỗ", "ộ"}, {"Ô", "Ồ", "Ố", "Ổ", "Ỗ", "Ộ"}}},
    {"ơ", {"o", horn, {"ơ", "ờ", "ớ", "ở", "ỡ", "ợ"}, {"Ơ", "Ờ", "Ớ", "Ở", "Ỡ", "Ợ"}}},
    {"u", {"u", "", {"u", "ù", "ú", "ủ", "ũ", "ụ"}, {"U", "Ù", "Ú", "Ủ", "Ũ", "Ụ"}}},
    {"ư", {"u", horn, {"ư", "ừ", "ứ", "ử", "ữ", "ự"}, {"Ư", "Ừ", "Ứ", "Ử", "Ữ", "Ự"}}},
    {"y", {"y", "", {"y", "ỳ", "ý", "ỷ", "ỹ", "ỵ"}, {"Y", "Ỳ", "Ý", "Ỷ", "Ỹ", "Ỵ"}}},
}};

struct Onset {
    const char* small;
    const char* capital;
    const char* plain;
};
constexpr std::array<Onset, 7> onsets = {{
    {"", "", ""},
    {"đ", "Đ", "d"},
    {"d", "D", "d"},
    {"h", "H", "h"},
    {"ngh", "NGH", "ngh"},
    {"tr", "TR", "tr"},
    {"th", "TH", "th"},
}};

// Letters with spaces between, the letter that carries the tone, and where it stood before or after
// the spelling reform (the same where they agree).
struct Rime {
    const char* letters;
    std::size_t tone_at;
    std::size_t other_tone_at;
    std::size_t tones;  // the rimes in c, ch, p, t have two, sắc and nặng
};
constexpr std::array<Rime, 25> rimes = {{
    {"a", 0, 0, 6},       {"o a", 0, 1, 6},     {"o e", 0, 1, 6},   {"u y", 0, 1, 6},
    {"ư ơ ng", 1, 1, 6},  {"u y ê n", 2, 2, 6}, {"ă ng", 0, 0, 6},  {"â n", 0, 0, 6},
    {"ê nh", 0, 0, 6},    {"ô ng", 0, 0, 6},    {"ơ i", 0, 0, 6},   {"ư a", 0, 0, 6},
    {"i ê u", 1, 1, 6},   {"y ê n", 1, 1, 6},   {"u ô i", 1, 1, 6}, {"e o", 0, 0, 6},
    {"a y", 0, 0, 6},     {"o a ng", 1, 1, 6},  {"u ê", 1, 1, 6},   {"o n", 0, 0, 6},
    {"i nh", 0, 0, 6},    {"ă t", 0, 0, 2},     {"ô c", 0, 0, 2},   {"ư ơ t", 1, 1, 2},
    {"u y ê t", 2, 2, 2},
}};

const Vowel* vowel_of(const std::string& letter) {
    for (const auto& [name, vowel] : vowels) {
        if (letter == name) return &vowel;
    }
    return nullptr;
}

enum class Form { composed, decomposed, marks_swapped, capitals };

std::string written(const std::string& letter, std::size_t tone, Form form) {
    const auto* vowel = vowel_of(letter);
    if (vowel == nullptr) {
        auto text = letter;
        if (form == Form::capitals) {
            for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
        }
        return text;
    }
    switch (form) {
        case Form::composed:
            return vowel->small.at(tone);
        case Form::capitals:
            return vowel->capital.at(tone);
        case Form::decomposed:
            return std::string(vowel->plain) + vowel->mark + tone_marks.at(tone);
        default:
            return std::string(vowel->plain) + tone_marks.at(tone) + vowel->mark;
    }
}

struct Letters {
    std::vector<std::string> letters;
    std::size_t tone_at;
    std::size_t tone;
};

std::string written(const Onset& onset, const Letters& rime, Form form) {
    std::string text = form == Form::capitals ? onset.capital : onset.small;
    for (std::size_t i = 0; i < rime.letters.size(); ++i) {
        text += written(rime.letters[i], i == rime.tone_at ? rime.tone : 0, form);
    }
    return text;
}

std::string plain(const Onset& onset, const std::vector<std::string>& letters) {
    std::string text = onset.plain;
    for (const auto& letter : letters) {
        const auto* vowel = vowel_of(letter);
        text += vowel == nullptr ? letter : vowel->plain;
    }
    return text;
}

Written written(const Onset& onset, const Letters& letters, const std::string& typed, Form form) {
    const auto own = form == Form::capitals ? Form::capitals : Form::composed;
    const auto composed =
        form == Form::marks_swapped ? std::string() : written(onset, letters, own);
    return {written(onset, letters, form), typed, composed};
}

std::vector<std::string> letters_of(const Rime& rime) {
    std::istringstream words(rime.letters);
    std::vector<std::string> letters;
    for (std::string letter; words >> letter;) letters.push_back(letter);
    return letters;
}

// A rime that ends in a stop carries two tones only: sắc and nặng.
std::size_t tone_of(const Rime& rime, std::size_t i) {
    if (rime.tones != 2) return i;
    return i == 0 ? 2 : 5;
}

void add(std::vector<Written>& all, const Onset& onset, const Rime& rime) {
    static constexpr std::array forms = {
        Form::composed, Form::decomposed, Form::marks_swapped, Form::capitals};
    const auto letters = letters_of(rime);
    const auto typed = plain(onset, letters);
    for (std::size_t i = 0; i < rime.tones; ++i) {
        for (const auto place : std::set{rime.tone_at, rime.other_tone_at}) {
            const Letters toned{letters, place, tone_of(rime, i)};
            for (const auto form : forms) all.push_back(written(onset, toned, typed, form));
        }
    }
}

}  // namespace

std::vector<Written> syllables() {
    std::vector<Written> all;
    for (const auto& onset : onsets) {
        for (const auto& rime : rimes) add(all, onset, rime);
    }
    return all;
}

}  // namespace nangluc::testing
