#include "modules/programmes/topic_sheet.hpp"

#include <doctest/doctest.h>

#include "kit/sheet/writer.hpp"

using namespace nangluc;
using namespace nangluc::programmes;

// The eleven topics of a course for commune officials, as facts in our own words.
static std::vector<Topic> eleven_topics() {
    std::vector<Topic> topics;
    for (const auto* title :
         {"Chính quyền địa phương hai cấp",
          "Nhiệm vụ của cán bộ cấp xã",
          "Văn hóa công vụ",
          "Quản lý nhà nước về đất đai",
          "Tài chính, ngân sách xã",
          "Hộ tịch, chứng thực",
          "Giải quyết thủ tục hành chính",
          "Tiếp công dân, giải quyết đơn thư",
          "Chuyển đổi số ở cấp xã",
          "Bảo vệ dữ liệu cá nhân",
          "Kỹ năng soạn thảo văn bản"}) {
        const int seq = static_cast<int>(topics.size()) + 1;
        topics.push_back({seq, title, "Nội dung, \"ví dụ\"\ndòng hai", "Làm được việc", 4 + seq % 3}
        );
    }
    return topics;
}

TEST_CASE("A2 part: eleven topics, in order, leave as a workbook and come back without change") {
    const auto topics = eleven_topics();
    REQUIRE(topics.size() == 11);

    CHECK(read_topics(write_topics("Khóa xã", topics)).value() == topics);
}

TEST_CASE("topics out of order, or without a title, are refused at their cells") {
    auto topics = eleven_topics();
    topics[2].seq = 7;
    topics[4].title.clear();
    const auto read = read_topics(write_topics("Khóa xã", topics));

    REQUIRE_FALSE(read);
    CHECK(read.error().faults == std::vector<Fault>{{"A4", "out_of_order"}, {"B6", "required"}});
}
