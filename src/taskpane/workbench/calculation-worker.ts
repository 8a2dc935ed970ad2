/** Fetched apart, so that it shares its files with the page. The page sends nothing before it is told that all is ready. */
void import("./calculation").then(({ calculate }) => calculate());
