//! Small budgets of the project’s own, for the tests of this folder.
