export { expenditureClasses } from "./classes";
export { economicSubjects } from "./economic";
export { functionalSubjects } from "./functional";
export { governmentClasses } from "./government";
export { classCodeOf, nameIn, namesOf, subjectName, subjectOf } from "./lookup";
export type { FormerName, Subject, SubjectKind, SubjectSource } from "./subject";
