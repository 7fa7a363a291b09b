import { z } from "zod";

/** Whether the adviser saw that the clock moved back and goes on (DT-2), as a request carries it. */
export const clockConfirmed = z.boolean().default(false);
