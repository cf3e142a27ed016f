#pragma once

#include <map>
#include <string>
#include <string_view>
#include <typeinfo>

namespace nangluc::json {

// The named schemas of a document, in the order of their names. A struct is named by its
// `static constexpr auto schema_name`, or by its type: planning::PlanReply is "PlanReply",
// Page<PlanReply> is "PlanPage".
class Schemas {
public:
    // Name to JSON text: what stands under components/schemas.
    const std::map<std::string, std::string>& components() const { return components_; }
    // {"PlanReply":{…},…}
    std::string text() const;

    // For the mapper. True when the name is new, and is now taken by the type. Throws
    // std::logic_error when another type has it.
    bool claim(const std::string& name, const std::type_info& type);
    void define(const std::string& name, const std::string& schema) { components_[name] = schema; }

private:
    std::map<std::string, std::string> components_;
    std::map<std::string, const std::type_info*> owners_;
};

// "PlanPage" for http::Page<planning::PlanReply>: no namespaces, the arguments (without a trailing
// "Reply") before the template's own name.
std::string readable_name(const std::type_info& type);

}  // namespace nangluc::json
