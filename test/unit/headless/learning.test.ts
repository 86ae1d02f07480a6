/** What notes on learning ask for, with the answer in the form that a book prints, borne out by differences at arrays of several sizes. */
import { expect, test } from 'vitest';
import { UNLIMITED } from '../../../src/core/derivation.js';
import { Headless } from '../../../src/headless/index.js';

const r = String.raw;
interface Asked {
  readonly note: string;
  readonly text: string;
  readonly variable: string | null;
  readonly latex: string;
}
const ask = (note: string, text: string, variable: string | null, latex: string): Asked => ({
  note,
  text,
  variable,
  latex,
});

const QUESTIONS: readonly Asked[] = [
  ask(r``, r`\log\sum_{i=1}^n e^{z_i}`, r`z_k`, r`\frac{e^{z_k}}{\sum_{i=1}^n e^{z_i}}`),
  ask(
    r``,
    r`-(1-p_t)^\gamma \log(p_t)`,
    r`p_t`,
    r`\gamma(1 - p_t)^{\gamma-1}\log(p_t) - \frac{(1 - p_t)^{\gamma}}{p_t}`,
  ),
  ask(r``, r`\sum_i p_i \log\frac{p_i}{q_i}`, r`q_k`, r`-\frac{p_k}{q_k}`),
  ask(
    r`Let $q_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$ and $\sum_i p_i = 1$.`,
    r`\sum_i p_i \log\frac{p_i}{q_i}`,
    r`z_k`,
    r`q_k - p_k`,
  ),
  ask(
    r``,
    r`-\sum_{i=1}^{N}\left[y_i\log\sigma(w^T x_i) + (1-y_i)\log(1-\sigma(w^T x_i))\right]`,
    r`w`,
    r`\sum_{i=1}^N (\sigma(w^\top x_i) - y_i)x_i`,
  ),
  ask(
    r``,
    r`\frac{1}{m}\|\mathbf{y} - \mathbf{X}\mathbf{w}\|^2 + \lambda \|\mathbf{w}\|^2`,
    r`\mathbf{w}`,
    r`-\frac{2}{m}\mathbf{X}^\top(\mathbf{y} - \mathbf{X}\mathbf{w}) + 2\lambda\mathbf{w}`,
  ),
  ask(
    r``,
    r`\frac{1}{2}\|y - X\beta\|_2^2 + \lambda\|\beta\|_1`,
    r`\beta`,
    r`-X^\top(y - X\beta) + \lambda\operatorname{sgn}(\beta)`,
  ),
  ask(
    r``,
    r`\frac{w^T C w}{w^T w}`,
    r`w`,
    r`\frac{1}{w^\top w}(C + C^\top)w - \frac{2(w^\top Cw)w}{(w^\top w)^2}`,
  ),
  ask(
    r``,
    r`\sum_{i=1}^n \left(-\frac{1}{2}\log(2\pi\sigma^2) - \frac{(x_i-\mu)^2}{2\sigma^2}\right)`,
    r`\mu`,
    r`\frac{1}{\sigma^2}\sum_{i=1}^n (x_i - \mu)`,
  ),
  ask(
    r``,
    r`\sum_{i=1}^n \left(-\frac{1}{2}\log(2\pi\sigma^2) - \frac{(x_i-\mu)^2}{2\sigma^2}\right)`,
    r`\sigma`,
    r`\frac{\sum_{i=1}^n (x_i - \mu)^2 - n\sigma^2}{\sigma^3}`,
  ),
  ask(
    r``,
    r`\frac{\partial}{\partial \sigma^2}\sum_{i=1}^n \left(-\frac{1}{2}\log(2\pi\sigma^2) - \frac{(x_i-\mu)^2}{2\sigma^2}\right)`,
    null,
    r`\frac{1}{\sigma^2}\sum_{i=1}^n \left(\frac{(x_i - \mu)^2}{2\sigma^2} - \frac{1}{2}\right)`,
  ),
  ask(
    r``,
    r`\exp\left(-\frac{\|\mathbf{x}-\mathbf{y}\|^2}{2\sigma^2}\right)`,
    r`\mathbf{x}`,
    r`-\frac{\exp\left(-\frac{\|\mathbf{x} - \mathbf{y}\|^2}{2\sigma^2}\right)}{\sigma^2}(\mathbf{x} - \mathbf{y})`,
  ),
  ask(
    r`Batch norm: $\hat x_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \epsilon}}$, $\mu = \frac{1}{m}\sum_{i=1}^m x_i$, $\sigma^2 = \frac{1}{m}\sum_{i=1}^m (x_i - \mu)^2$.`,
    r`\hat x_i`,
    r`x_k`,
    r`\frac{\delta_{ik}m - \hat{x}_i\hat{x}_k - 1}{m\sqrt{\sigma^2 + \epsilon}}`,
  ),
  ask(
    r``,
    r`\frac{\mathbf{u}\cdot\mathbf{v}}{\|\mathbf{u}\|\|\mathbf{v}\|}`,
    r`\mathbf{u}`,
    r`\frac{\mathbf{v}}{\|\mathbf{u}\| \cdot \|\mathbf{v}\|} - \frac{(\mathbf{u}^\top\mathbf{v})\mathbf{u}}{\|\mathbf{v}\| \cdot \|\mathbf{u}\|^3}`,
  ),
  ask(r``, r`\frac{\mathbf q^\top \mathbf k}{\sqrt{d}}`, r`\mathbf q`, r`\frac{\mathbf{k}}{\sqrt{d}}`),
  ask(
    r``,
    r`\text{softmax}\left(\frac{\mathbf K \mathbf q}{\sqrt{d_k}}\right)`,
    r`\mathbf q`,
    r`\frac{1}{\sqrt{d_k}}\left(\operatorname{diag}\left(\operatorname{softmax}\left(\frac{\mathbf{K}\mathbf{q}}{\sqrt{d_k}}\right)\right) - \operatorname{softmax}\left(\frac{\mathbf{K}\mathbf{q}}{\sqrt{d_k}}\right)\operatorname{softmax}\left(\frac{\mathbf{K}\mathbf{q}}{\sqrt{d_k}}\right)^\top\right)\mathbf{K}`,
  ),
  ask(
    r``,
    r`\mathbf V^\top\text{softmax}(\mathbf K\mathbf q)`,
    r`\mathbf q`,
    r`\mathbf{V}^\top(\operatorname{diag}(\operatorname{softmax}(\mathbf{K}\mathbf{q})) - \operatorname{softmax}(\mathbf{K}\mathbf{q})\operatorname{softmax}(\mathbf{K}\mathbf{q})^\top)\mathbf{K}`,
  ),
  ask(
    r``,
    r`(\mathbf x-\boldsymbol\mu)^\top\boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)`,
    r`\boldsymbol\mu`,
    r`-(\boldsymbol{\Sigma}^{-1} + \boldsymbol{\Sigma}^{-\top})(\mathbf{x} - \boldsymbol{\mu})`,
  ),
  ask(
    r``,
    r`(\mathbf x-\boldsymbol\mu)^\top\boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)`,
    r`\boldsymbol\Sigma`,
    r`-\boldsymbol{\Sigma}^{-\top}(\mathbf{x} - \boldsymbol{\mu})(\mathbf{x} - \boldsymbol{\mu})^\top\boldsymbol{\Sigma}^{-\top}`,
  ),
  ask(r``, r`\log|\boldsymbol\Sigma|`, r`\boldsymbol\Sigma`, r`\boldsymbol{\Sigma}^{-\top}`),
  ask(
    r``,
    r`\operatorname{tr}(\mathbf A\mathbf X\mathbf B)`,
    r`\mathbf X`,
    r`\mathbf{A}^\top\mathbf{B}^\top`,
  ),
  ask(r``, r`\operatorname{tr}(X^T A X)`, r`X`, r`(A + A^T)X`),
  ask(r``, r`\operatorname{tr}(X^{-1}A)`, r`X`, r`-X^{-\top}A^\top X^{-\top}`),
  ask(r``, r`\|A X - B\|_F^2`, r`X`, r`2A^\top(AX - B)`),
  ask(r``, r`\|X - UV^T\|_F^2`, r`U`, r`-2(X - UV^T)V`),
  ask(r``, r`\mathbf a^\top \mathbf X \mathbf b`, r`\mathbf X`, r`\mathbf{a}\mathbf{b}^\top`),
  ask(
    r``,
    r`\mathbf{w}_2^\top\tanh(\mathbf W_1\mathbf x)`,
    r`\mathbf W_1`,
    r`(\mathbf{w}_2 \odot (1 - \tanh^2(\mathbf{W}_1\mathbf{x})))\mathbf{x}^\top`,
  ),
  ask(
    r``,
    r`\frac{1}{2}\|\sigma(Wx+b) - y\|^2`,
    r`W`,
    r`((\sigma(Wx + b) - y) \odot \sigma(Wx + b) \odot (1 - \sigma(Wx + b)))x^\top`,
  ),
  ask(
    r``,
    r`\frac{1}{2}\|\sigma(Wx+b) - y\|^2`,
    r`b`,
    r`(\sigma(Wx + b) - y) \odot \sigma(Wx + b) \odot (1 - \sigma(Wx + b))`,
  ),
  ask(
    r``,
    r`\sum_{i,j}(R_{ij} - \sum_k P_{ik}Q_{kj})^2`,
    r`P_{ab}`,
    r`-2\sum_j Q_{bj}\left(R_{aj} - \sum_k P_{ak}Q_{kj}\right)`,
  ),
  ask(
    r``,
    r`\sum_{i=1}^n (y_i - \beta_0 - \beta_1 x_i)^2`,
    r`\beta_1`,
    r`-2\sum_{i=1}^n x_i(y_i - \beta_0 - \beta_1 x_i)`,
  ),
  ask(
    r``,
    r`\sum_{i=1}^n (y_i - \sum_{j=1}^p x_{ij}\beta_j)^2 + \lambda\sum_{j=1}^p\beta_j^2`,
    r`\beta_k`,
    r`2\lambda\beta_k - 2\sum_{i=1}^n x_{ik}\left(y_i - \sum_{j=1}^p x_{ij}\beta_j\right)`,
  ),
  ask(r``, r`-\sum_k p_k\log p_k + \lambda(\sum_k p_k - 1)`, r`p_j`, r`\lambda - \log p_j - 1`),
  ask(
    r``,
    r`\frac{1}{N}\sum_{n=1}^N (t_n - \mathbf{w}^\top\boldsymbol\phi(\mathbf x_n))^2`,
    r`\mathbf w`,
    r`-\frac{2}{N}\sum_{n=1}^N (t_n - \mathbf{w}^\top\boldsymbol{\phi}(\mathbf{x}_n))\boldsymbol{\phi}(\mathbf{x}_n)`,
  ),
  ask(
    r``,
    r`\sqrt{\mathbf x^\top\mathbf A\mathbf x}`,
    r`\mathbf x`,
    r`\frac{1}{2\sqrt{\mathbf{x}^\top\mathbf{A}\mathbf{x}}}(\mathbf{A} + \mathbf{A}^\top)\mathbf{x}`,
  ),
  ask(
    r``,
    r`-\frac{n}{2}\log|\Sigma| - \frac12\sum_{i=1}^n (x_i-\mu)^T\Sigma^{-1}(x_i-\mu)`,
    r`\mu`,
    r`\frac{1}{2}(\Sigma^{-1} + \Sigma^{-\top})\sum_{i=1}^n (x_i - \mu)`,
  ),
  ask(
    r``,
    r`-\frac{n}{2}\log|\Sigma| - \frac12\sum_{i=1}^n (x_i-\mu)^T\Sigma^{-1}(x_i-\mu)`,
    r`\Sigma`,
    r`-\frac{1}{2}n\Sigma^{-\top} + \frac{1}{2}\Sigma^{-\top}\left(\sum_{i=1}^n (x_i - \mu)(x_i - \mu)^\top\right)\Sigma^{-\top}`,
  ),
  ask(r``, r`\sum_{i=1}^n (x_i\log p + (1-x_i)\log(1-p))`, r`p`, r`\sum_{i=1}^n \frac{x_i - p}{p(1 - p)}`),
  ask(
    r``,
    r`\sum_{i=1}^n (x_i\log\lambda - \lambda - \log x_i!)`,
    r`\lambda`,
    r`\frac{1}{\lambda}\sum_{i=1}^n x_i - n`,
  ),
  ask(r``, r`\sum_i w_i \log(1+e^{-y_i f_i})`, r`f_j`, r`-\frac{w_j y_j}{e^{y_j f_j} + 1}`),
  ask(
    r``,
    r`\sum_i \log(1+e^{-y_i \mathbf w^\top\mathbf x_i})`,
    r`\mathbf w`,
    r`-\sum_i \frac{y_i\mathbf{x}_i}{e^{y_i\mathbf{w}^\top\mathbf{x}_i} + 1}`,
  ),
  ask(
    r``,
    r`\frac{\partial}{\partial x_k}\left(\sum_i x_i^2\right)^{1/2}`,
    null,
    r`\frac{x_k}{\sqrt{\sum_i x_i^2}}`,
  ),
  ask(r``, r`\nabla_{\mathbf x}\|\mathbf x\|_2`, null, r`\frac{\mathbf{x}}{\|\mathbf{x}\|_2}`),
  ask(
    r``,
    r`\frac{\partial}{\partial W_{ij}} \sum_k (\sum_l W_{kl}x_l - y_k)^2`,
    null,
    r`2x_j\left(\sum_l W_{il}x_l - y_i\right)`,
  ),
  ask(
    r``,
    r`\frac{\partial^2}{\partial z_k \partial z_l}\log\sum_j e^{z_j}`,
    null,
    r`\frac{e^{z_l}}{\sum_j e^{z_j}}\left(\delta_{lk} - \frac{e^{z_k}}{\sum_j e^{z_j}}\right)`,
  ),
  ask(
    r``,
    r`-\sum_{i<j} J_{ij}s_i s_j - h\sum_i s_i`,
    r`s_k`,
    r`-\left(\sum_{i < k} J_{ik}s_i + \sum_{j > k} J_{kj}s_j\right) - h`,
  ),
  ask(
    r``,
    r`\frac{\sum_i x_i e^{\beta x_i}}{\sum_i e^{\beta x_i}}`,
    r`\beta`,
    r`\frac{\left(\sum_i e^{\beta x_i}\right)\sum_i x_i^2 e^{\beta x_i} - \left(\sum_i x_i e^{\beta x_i}\right)^2}{\left(\sum_i e^{\beta x_i}\right)^2}`,
  ),
  ask(r``, r`\text{diag}(\mathbf a)\mathbf b`, r`\mathbf a`, r`\operatorname{diag}(\mathbf{b})`),
  ask(
    r``,
    r`\mathbf{x}^T\mathbf{W}^T\mathbf{W}\mathbf{x}`,
    r`\mathbf W`,
    r`2\mathbf{W}\mathbf{x}\mathbf{x}^T`,
  ),
];

test.each(QUESTIONS)('$text by $variable', ({ note, text, variable, latex }) => {
  const given = note === '' ? {} : { note, line: note.split('\n').length };
  const by = variable === null ? {} : { variable };
  const reply = new Headless().reply({ notation: 'latex', text, ...by, ...given }, UNLIMITED);
  expect(reply).toMatchObject({ ok: true, result: { latex }, checked: { verdict: 'agrees' } });
});
