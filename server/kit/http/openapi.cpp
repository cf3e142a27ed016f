#include "kit/http/openapi.hpp"

#include <algorithm>
#include <tuple>

#include "kit/http/problem.hpp"
#include "kit/json/json.hpp"

namespace nangluc::http {

// Breaks and indents a compact JSON text without touching its values.
class PrettyText {
public:
    explicit PrettyText(std::string_view compact) : rest_(compact) {
        while (!rest_.empty()) add_token();
        text_ += '\n';
    }
    std::string take() { return std::move(text_); }

private:
    void add_token() {
        switch (rest_.front()) {
            case '"':
                return copy(string_size());
            case '{':
            case '[':
                return open();
            case '}':
            case ']':
                --depth_;
                break_line();
                return copy(1);
            case ',':
                copy(1);
                return break_line();
            case ':':
                copy(1);
                text_ += ' ';
                return;
            default:
                return copy(1);
        }
    }
    void open() {
        const bool is_empty = rest_[1] == '}' || rest_[1] == ']';
        if (is_empty) return copy(2);
        ++depth_;
        copy(1);
        break_line();
    }
    std::size_t string_size() const {
        std::size_t end = 1;
        while (rest_[end] != '"') end += rest_[end] == '\\' ? 2 : 1;
        return end + 1;
    }
    void copy(std::size_t size) {
        text_ += rest_.substr(0, size);
        rest_.remove_prefix(size);
    }
    void break_line() { text_ += '\n' + std::string(depth_ * 2, ' '); }

    std::string_view rest_;
    std::string text_;
    std::size_t depth_ = 0;
};

static std::string quoted(const std::string& text) {
    return json::write(text);
}

static std::string method_word(Method method) {
    return method == Method::del ? "delete" : name_of(method);
}

static std::string path_parameters(std::string_view pattern) {
    std::string list;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
        const auto close = pattern.find('}');
        if (!list.empty()) list += ',';
        list += R"({"name":)" + quoted(std::string(pattern.substr(open + 1, close - open - 1))) +
                R"(,"in":"path","required":true,"schema":{"type":"string"}})";
        pattern.remove_prefix(close + 1);
    }
    return list;
}

static std::string parameters(const Operation& operation, json::Schemas& schemas) {
    auto list = path_parameters(operation.pattern);
    const auto add = [&](const std::string& more) {
        if (!list.empty() && !more.empty()) list += ',';
        list += more;
    };
    if (operation.query_schema) {
        const auto query = operation.query_schema(schemas);
        add(query.substr(1, query.size() - 2));
    }
    if (operation.method == Method::post) {
        add(R"({"name":"Idempotency-Key","in":"header","required":false,)"
            R"("schema":{"type":"string","maxLength":255}})");
    }
    return '[' + list + ']';
}

static std::string request_body(const Operation& operation, json::Schemas& schemas) {
    const auto body = [](const std::string& content) {
        return R"("requestBody":{"required":true,"content":{)" + content + "}},";
    };
    if (operation.body_schema) {
        return body(R"("application/json":{"schema":)" + operation.body_schema(schemas) + '}');
    }
    if (operation.takes_file) return body(R"("application/octet-stream":{})");
    return {};
}

static std::string responses(const Operation& operation, json::Schemas& schemas) {
    const auto status = operation.success_status;
    auto success = R"({"description":)" + quoted(std::string(reason_of(status)));
    if (operation.reply_schema) {
        success += R"(,"content":{)" + quoted(operation.reply_type) + R"(:{"schema":)" +
                   operation.reply_schema(schemas) + "}}";
    } else if (!operation.reply_type.empty()) {
        success += R"(,"content":{)" + quoted(operation.reply_type) + ":{}}";
    }
    return '{' + quoted(std::to_string(status)) + ':' + success +
           R"(},"default":{"$ref":"#/components/responses/Problem"}})";
}

static std::string operation_text(const Operation& operation, json::Schemas& schemas) {
    const auto policy = operation.policy.text();
    auto text = R"({"operationId":)" + quoted(operation.id) + R"(,"tags":[)" +
                quoted(operation.tag) + R"(],"x-policy":)" + quoted(policy) + ',';
    if (policy == "open") text += R"("security":[],)";
    text += R"("parameters":)" + parameters(operation, schemas) + ',';
    text += request_body(operation, schemas);
    return text + R"("responses":)" + responses(operation, schemas) + '}';
}

static std::string paths(const Router& router, json::Schemas& schemas) {
    std::vector<const Operation*> sorted;
    for (const auto& operation : router.operations()) sorted.push_back(&operation);
    std::ranges::sort(sorted, [](const Operation* a, const Operation* b) {
        return std::tie(a->pattern, a->method) < std::tie(b->pattern, b->method);
    });

    std::string text;
    const std::string* pattern = nullptr;
    for (const auto* operation : sorted) {
        const bool is_next_method = pattern && *pattern == operation->pattern;
        if (!is_next_method) text += (pattern ? "}," : "") + quoted(operation->pattern) + ":{";
        if (is_next_method) text += ',';
        text += quoted(method_word(operation->method)) + ':' + operation_text(*operation, schemas);
        pattern = &operation->pattern;
    }
    return pattern ? '{' + text + "}}" : "{}";
}

static constexpr auto security =
    R"("securitySchemes":{)"
    R"("bearer":{"type":"http","scheme":"bearer"},)"
    R"("cookie":{"type":"apiKey","in":"cookie","name":"__Host-nangluc"}})";

std::string openapi(const Router& router, const std::string& version) {
    json::Schemas schemas;
    const auto problem = json::schema<Problem>(schemas);
    const auto all_paths = paths(router, schemas);

    return PrettyText(
               R"({"openapi":"3.1.0","info":{"title":"Nangluc","version":)" + quoted(version) +
               R"(,"license":{"name":"Apache-2.0","identifier":"Apache-2.0"}},"servers":[{"url":)" +
               quoted(std::string(api_root)) +
               R"(}],"security":[{"bearer":[]},{"cookie":[]}],"paths":)" + all_paths +
               R"(,"components":{"schemas":)" + schemas.text() +
               R"(,"responses":{"Problem":{"description":"A refusal or a fault, told by its code",)"
               R"("content":{"application/problem+json":{"schema":)" +
               problem + "}}}}," + security + "}}"
    )
        .take();
}

}  // namespace nangluc::http
