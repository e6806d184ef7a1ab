/** A placeholder for the code that the tests of the rules lint: they replace its text. */
export {};
