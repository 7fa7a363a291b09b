import { config } from "zod";

// The content security policy forbids made-up code, and zod would try it out while its first schema is made.
config({ jitless: true });
