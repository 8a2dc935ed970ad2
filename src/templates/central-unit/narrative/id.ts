/** As contracts name the family. */
export const CENTRAL_UNIT = "central-unit";
