#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

class PostService;

// /positions, /units/{unit}/posts, /posts/{post}/authorisation.
void add_post_routes(http::Router& router, PostService& posts);

}  // namespace nangluc::organisation
