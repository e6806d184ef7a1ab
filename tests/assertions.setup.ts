/**
 * Every test must have checked something when it ends: one whose loop found nothing to do, or whose call-back
 * never ran, fails. Jest runs this before each test file.
 */
beforeEach(() => expect.hasAssertions());
