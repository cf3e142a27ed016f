// libxlsxwriter 1.1.4 forgets the formula of each drop-down list, some twenty bytes a column. The
// leak sanitizer asks this function what to overlook; other builds never call it.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)

extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
    return "leak:lxw_strdup\n";
}
