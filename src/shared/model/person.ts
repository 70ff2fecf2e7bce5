import { z } from 'zod';
import { fingerprintSchema, personIdSchema } from './ids';

/** What a person does for the venue. One person may hold several roles. */
export const roleSchema = z.enum(['reviewer', 'chair', 'organizer']);
export type Role = z.infer<typeof roleSchema>;

/** An Ed25519 public key: SPKI as PEM text (RFC 8410). */
export const publicKeySchema = z
  .string()
  .max(200)
  .regex(/^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+-----END PUBLIC KEY-----\n$/);

/** An age X25519 recipient (age-encryption.org/v1): what bundles for its owner are encrypted to. */
export const ageRecipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

/** A person of the venue: reviewer, chair or organizer. Authors are not people of the venue in this sense. */
export const personSchema = z.strictObject({
  id: personIdSchema,
  name: z.string().min(1).max(200),
  email: z.email().max(254),
  roles: z.array(roleSchema).min(1).max(3),
  /**
   * The public half of the invitation key that only this person's assignment bundle holds. A reply that carries the
   * invitation's signature over its own signing key is from whoever got that bundle (docs/adr/0005).
   */
  invitationKey: publicKeySchema.nullable(),
  /** The public half of the reply key that only this person's assignment bundle holds; absent where there is none. */
  recipient: ageRecipientSchema.optional(),
  /** Signing keys of this person that organizers have revoked: what they sign is refused. Absent where there are none. */
  revokedKeys: z.array(fingerprintSchema).min(1).max(100).optional(),
});
export type Person = z.infer<typeof personSchema>;
