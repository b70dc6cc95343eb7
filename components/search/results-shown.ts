/** How many results the search page asks for at once. Server and browser must agree, or the first answer is asked for twice. */
export const resultsShown = 50;
/** As far as one can page; the search of the server ends there. */
export const listedMax = 1_000;
