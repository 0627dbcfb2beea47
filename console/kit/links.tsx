/** Mantine's looks on the router's links: typed addresses, prefetch, middle click, all as a link should. */
import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  NavLink,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import type { Role } from '../../server/kernel/decision.ts';

type OnAnchor<Own> = Own & Omit<ComponentProps<'a'>, keyof Own>;

export const ButtonLink = createLink((props: OnAnchor<ButtonProps>) => <Button component="a" {...props} />);

export const PlaceLink = createLink((props: OnAnchor<NavLinkProps>) => <NavLink component="a" {...props} />);

export const TextLink = createLink((props: OnAnchor<AnchorProps>) => <Anchor component="a" {...props} />);

/** What a capability's links in the navigation go by: where the reader is, and as what. */
export interface PlaceNeeds {
  readonly path: string;
  readonly role: Role;
}
