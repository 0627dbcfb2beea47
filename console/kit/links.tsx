/** Mantine's looks on the router's links: typed addresses, prefetch, middle click, all as a link should. */
import {
  Anchor,
  type AnchorProps as AnchorLooks,
  Button,
  type ButtonProps,
  NavLink,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type AnchorProps<Own> = Own & Omit<ComponentProps<'a'>, keyof Own>;

export const ButtonLink = createLink((props: AnchorProps<ButtonProps>) => (
  <Button component="a" {...props} />
));

export const TextLink = createLink((props: AnchorProps<AnchorLooks>) => <Anchor component="a" {...props} />);

export const PlaceLink = createLink((props: AnchorProps<NavLinkProps>) => (
  <NavLink component="a" {...props} />
));
