/**
 * A test fails if it ends without having checked anything: its loop had nothing to do, or its callback never
 * ran. Jest runs this before each test file.
 */
beforeEach(() => expect.hasAssertions());
