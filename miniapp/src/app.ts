import './platform/page-load';
import { createElement, type PropsWithChildren } from 'react';
import { Providers } from './providers';
import './styles/tokens.css';
import './styles/base.scss';
import './styles/touch.scss';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  return createElement(Providers, null, children);
}
