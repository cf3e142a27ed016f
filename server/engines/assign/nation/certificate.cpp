#include "engines/assign/nation/certificate.hpp"

#include <set>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/nth.hpp"

namespace nangluc::nation {

using annual::to_text;

std::string write_certificate(const Instance& instance, const Plan& plan) {
    std::string text = "nangluc plan certificate 1\n";
    text += "value " + to_text(plan.value, instance.value_places) + '\n';
    text += "bound " + to_text(plan.bound, instance.value_places) + '\n';
    text += "prices 0\nbudget " + to_text(plan.prices.money, Prices::money_places) + '\n';
    for (std::size_t session = 0; session < instance.sessions.size(); ++session) {
        const auto price = plan.prices.seats[session];
        if (price == 0) continue;
        text += "capacity " + std::to_string(instance.sessions[session].id) + ' ' +
                to_text(price, nano_places) + '\n';
    }
    std::set<int> slots;
    for (const auto& session : instance.sessions) {
        slots.insert(session.slots.begin(), session.slots.end());
    }
    std::size_t at = 0;
    for (const auto& office : instance.offices) {
        for (const auto slot : slots) {
            const auto price = plan.prices.absence[at++];
            if (price == 0) continue;
            text += "presence " + std::to_string(office.id) + ' ' + std::to_string(slot) + ' ' +
                    to_text(price, nano_places) + '\n';
        }
    }
    return text + "apart 0\nend\n";
}

}  // namespace nangluc::nation
