#include <cstdio>

#include "app/commands/command.hpp"
#include "app/commands/plan_files.hpp"
#include "engines/assign/proof/verify.hpp"

namespace nangluc::app {

namespace {

constexpr auto plan_verify_usage = R"(nangluc plan verify INSTANCE ASSIGNMENT.csv CERTIFICATE

Reads the raw files again and proves, in whole numbers and with nothing of the solver, that the plan
keeps every rule and is worth what the certificate says, and that no plan is worth more than its
bound; or, where the certificate says so, that there is no plan at all. What is wrong is printed line by line; then the exit code is 1.)";

Result<proof::Verified> verified(const Arguments& arguments) {
    const auto files = TRY(read_folder(arguments[0]));
    const auto assignment = TRY(read_text(arguments[1]));
    const auto certificate = TRY(read_text(arguments[2]));
    return proof::verify(files, assignment, certificate);
}

}  // namespace

int plan_verify(Arguments arguments) {
    if (print_help(arguments, plan_verify_usage)) return 0;
    if (arguments.size() != 3) return print_wrong_call(plan_verify_usage);

    const auto result = verified(arguments);
    if (!result) return print(result.error());
    const auto& found = result.value();
    for (const auto& fault : found.faults) std::printf("%s\n", fault.c_str());
    if (!found.faults.empty()) return 1;
    if (found.value.empty() && found.bound.empty()) {
        std::printf("proven: no plan keeps every limit (%zu leaves)\n", found.leaves);
        return 0;
    }
    std::printf(
        "proven: objective %s, and no plan above %s (%zu leaves)\n",
        found.value.empty() ? "none" : found.value.c_str(),
        found.bound.c_str(),
        found.leaves
    );
    return 0;
}

}  // namespace nangluc::app
