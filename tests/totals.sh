# For scripts that run one program of tests: source it, call run_tests with the program and its arguments, and end with its status.
# Closes with "42 passed, 0 failed"; a run that broke off, or in which nothing ran, has failed too.
run_tests() {
    local log passed failed status=0
    log=$(mktemp)
    "$@" --no-progress --no-ansi 2>&1 | tee "$log" || status=$?
    count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }
    passed=$(count succeeded)
    failed=$(count failed)
    rm -f "$log"
    if [ "$status" -ne 0 ] && [ "${failed:-0}" -eq 0 ] || [ "${passed:-0}" -eq 0 ]; then
        failed=$((${failed:-0} + 1))
    fi

    echo "${passed:-0} passed, $failed failed"
    [ "$failed" -eq 0 ]
}
