import { z } from 'zod';
import { localeSchema } from './basics.js';
import { cardKinds, cardSchema } from './card.js';
import { outsideChannels } from './channels.js';

/** Every way a card is shown: the web inbox (`console`), then the channels outside it. */
export const drawnChannels = ['console', ...outsideChannels] as const;
export type DrawnChannelName = (typeof drawnChannels)[number];

/** One thing that a person sees of a message, read out of what the channel's renderer made. */
export const drawnPartSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    /** source: the small line above; quiet: small and grey. */
    role: z.enum(['source', 'title', 'figure', 'body', 'quiet']),
    text: z.string(),
  }),
  /** A word and what stands beside it. */
  z.object({ type: z.literal('row'), name: z.string(), value: z.string() }),
  /** A list to choose from. */
  z.object({ type: z.literal('choice'), label: z.string(), options: z.array(z.string()) }),
  /** `presses`: answered in the chat; otherwise it opens a page. */
  z.object({ type: z.literal('button'), text: z.string(), presses: z.boolean() }),
  z.object({ type: z.literal('html'), html: z.string() }),
]);
export type DrawnPart = z.infer<typeof drawnPartSchema>;

/** One shape a message can have in a channel, as its renderer makes it. */
export const drawingSchema = z.object({
  /** How the channel calls the shape, e.g. button_interaction, msgmenu, notice. */
  shape: z.string(),
  parts: z.array(drawnPartSchema),
  /** The message as it would travel, as JSON; empty where nothing travels. */
  payload: z.string(),
});
export type Drawing = z.infer<typeof drawingSchema>;

/** What a channel leaves out of a card. */
export const lossSchema = z.discriminatedUnion('type', [
  /** A text that is not there, or only its beginning. */
  z.object({ type: z.literal('text'), text: z.string(), cut: z.boolean() }),
  /** A button that is not there: it stands on the card's page. */
  z.object({ type: z.literal('button'), label: z.string() }),
  /** A button that opens the card's page, where a press would have been the answer. */
  z.object({ type: z.literal('press'), label: z.string() }),
  /** Words cannot be written together with the press. */
  z.object({ type: z.literal('words') }),
  /** Score bars are lines of text. */
  z.object({ type: z.literal('bars') }),
  /** The message stays as it was sent. */
  z.object({ type: z.literal('change') }),
]);
export type Loss = z.infer<typeof lossSchema>;

export const drawnChannelSchema = z.object({
  name: z.enum(drawnChannels),
  /** Of all shapes the channel may choose the first is what it sends first. */
  drawings: z.array(drawingSchema),
  /** Compared with the first drawing. */
  losses: z.array(lossSchema),
});
export type DrawnChannel = z.infer<typeof drawnChannelSchema>;

export const gallerySampleSchema = z.object({
  kind: z.enum(cardKinds),
  /** Which of the cards of this kind, or what it has turned into. */
  name: z.string(),
  /** Whom it goes to. */
  audience: z.enum(['candidate', 'staff']),
});
export type GallerySample = z.infer<typeof gallerySampleSchema>;

export const galleryQuerySchema = z.object({
  kind: z.enum(cardKinds),
  /** The first of its kind where absent. */
  sample: z.string().max(40).optional(),
  /** Staff cards have zh and en. */
  locale: localeSchema,
});
export type GalleryQuery = z.infer<typeof galleryQuerySchema>;

/** One card with made-up contents, and how each channel draws it. */
export const gallerySchema = z.object({
  samples: z.array(gallerySampleSchema),
  sample: gallerySampleSchema,
  card: cardSchema,
  channels: z.array(drawnChannelSchema.extend({ on: z.boolean() })),
});
export type Gallery = z.infer<typeof gallerySchema>;
