#include "kit/config/settings.hpp"

namespace nangluc::config {

namespace {

constexpr std::string_view introduction = R"(# Configuration

Made from the table of settings in `server/kit/config/settings.cpp`.

Every setting has one key and may be said in three places; the later one wins:

1. the file `nangluc.toml` (`--config FILE`);
2. the environment: `NANGLUC_` and the key in capitals, with `_` for the dot;
3. the command line: `--key VALUE` or `--key=VALUE`.

```toml
time_zone = "Asia/Ho_Chi_Minh"

[server]
listen = "0.0.0.0"  # every network of this computer
port = 8080
```

The file knows sections, texts in double or single quotes, whole numbers and comments. A key that
does not exist, or stands twice, stops the start with its line and column.

| Key | Default | Meaning |
|---|---|---|
)";

constexpr std::string_view about_secrets = R"(
## Secrets

Passwords stand in a file of their own in the same form, which only the server's own user may read
(`chmod 600`); the start is refused otherwise. They are taken neither from `nangluc.toml` nor from
the environment nor from the command line, where others could see them.

| Key | Meaning |
|---|---|
)";

std::string range_of(const Setting& setting) {
    if (std::holds_alternative<NumberIn>(setting.in)) {
        return " From " + std::to_string(setting.least) + " to " + std::to_string(setting.most) +
               '.';
    }
    if (setting.choices.empty()) return {};
    std::string words(setting.choices);
    for (std::size_t at = 0; (at = words.find(' ', at)) != words.npos; at += 2) {
        words.replace(at, 1, ", ");
    }
    return " One of " + words + '.';
}

std::string line_of(const Setting& setting) {
    std::string line = "| `" + std::string(setting.key) + "` | ";
    if (!setting.is_secret && !setting.standard.empty()) {
        line += '`' + std::string(setting.standard) + "` ";
    }
    if (!setting.is_secret) line += "| ";
    line += std::string(setting.meaning) + range_of(setting);
    if (!setting.short_form.empty()) line += " Also `--" + std::string(setting.short_form) + "`.";
    return line + " |\n";
}

}  // namespace

std::string configuration_page() {
    std::string page(introduction);
    for (const auto& setting : settings()) {
        if (!setting.is_secret) page += line_of(setting);
    }
    page += about_secrets;
    for (const auto& setting : settings()) {
        if (setting.is_secret) page += line_of(setting);
    }
    return page;
}

}  // namespace nangluc::config
