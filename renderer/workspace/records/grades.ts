/** The two letters of an Admiralty grade, apart. */
import type { Grade, INFORMATION_GRADES, SOURCE_GRADES } from '../../../shared/model/statement.ts'

type SourceGrade = (typeof SOURCE_GRADES)[number]
type InformationGrade = (typeof INFORMATION_GRADES)[number]

/** The model's schema has checked that a grade is one letter A–F and one digit 1–6. */
export const sourceGradeOf = (grade: Grade): SourceGrade => grade.charAt(0) as SourceGrade
export const informationOf = (grade: Grade): InformationGrade => grade.charAt(1) as InformationGrade
