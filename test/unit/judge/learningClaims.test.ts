/** What notes on learning claim: each true one beside false ones, whose mistakes have names. */
import { expect, test } from 'vitest';
import { check } from './check.js';

const r = String.raw;

const SOFTMAX = r`Softmax: $s_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$.`;
const CROSS_ENTROPY = r`Let $\hat y_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$ and $L = -\sum_i y_i \log \hat y_i$ with $\sum_i y_i = 1$.`;
const LOGISTIC = r`Logistic regression: $J(w) = -\frac{1}{m}\sum_{i=1}^m \left[y_i\log\sigma(w^T x_i) + (1-y_i)\log(1-\sigma(w^T x_i))\right]$.`;
const RIDGE = r`Ridge regression minimises $J(\mathbf{w}) = \|\mathbf{X}\mathbf{w} - \mathbf{y}\|^2 + \lambda\|\mathbf{w}\|^2$.`;
const GAUSSIAN = r`$\ell(\mu,\sigma^2) = -\frac{n}{2}\log(2\pi\sigma^2) - \frac{1}{2\sigma^2}\sum_{i=1}^n (x_i-\mu)^2$`;
const BATCH_NORM = r`Batch norm: $\mu = \frac1m\sum_{i=1}^m x_i$, $\sigma^2 = \frac1m\sum_{i=1}^m (x_i-\mu)^2$ and $\hat x_i = \frac{x_i-\mu}{\sqrt{\sigma^2+\epsilon}}$.`;
const FORMS = r`Let $\mathbf x \in \mathbb R^n$ and $\mathbf A \in \mathbb R^{n\times n}$.`;
const TRACES = r`For matrices $A, B, X$:`;
const DIVERGENCE = r`Let $q_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$ and $D = \sum_i p_i\log\frac{p_i}{q_i}$ where $\sum_i p_i = 1$.`;
const LAYER = r`Let $\mathbf z = \mathbf W\mathbf x + \mathbf b$, $\mathbf a = \sigma(\mathbf z)$ and $L = \frac12\|\mathbf a - \mathbf y\|^2$.`;
const NEURONS = r`With $z_i = \sum_j W_{ij}x_j + b_i$ and $a_i = \sigma(z_i)$:`;
const HINGE = r`The hinge loss is $\ell = \max(0, 1 - y f)$.`;
const COSINE = r`Let $\mathbf a, \mathbf b \in \mathbb R^n$ and $c = \frac{\mathbf a^T\mathbf b}{\|\mathbf a\|\|\mathbf b\|}$.`;
const LOG_SUM_EXP = r`Let $f(\mathbf z) = \log\sum_{i=1}^n e^{z_i}$.`;
const ENTROPY = r`The entropy is $H = -\sum_k p_k\log p_k$.`;
const POLICY = r`Policy gradient: $\pi_a = \frac{e^{\theta_a}}{\sum_b e^{\theta_b}}$.`;
const RMS = r`RMSNorm: $r = \sqrt{\frac1n\sum_{j=1}^n x_j^2}$ and $y_i = \frac{x_i}{r}$.`;
const DENSITY = r`Let $\mathbf x, \boldsymbol\mu \in \mathbb R^d$ and let $\boldsymbol\Sigma$ be symmetric. $\ell = -\frac12\log|\boldsymbol\Sigma| - \frac12(\mathbf x-\boldsymbol\mu)^T\boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)$.`;

/** What is said before, the claim, and what is to be said of it: true, or a mistake. */
const CLAIMS: readonly (readonly [string, string, string])[] = [
  [SOFTMAX, r`\frac{\partial s_i}{\partial z_j} = s_i(\delta_{ij} - s_j)`, 'true'],
  [SOFTMAX, r`\frac{\partial s_i}{\partial z_j} = s_i(1 - s_j)`, 'off-diagonal-forgotten'],
  [SOFTMAX, r`\frac{\partial s_i}{\partial z_i} = s_i(1-s_i)`, 'true'],
  [SOFTMAX, r`\frac{\partial \log s_i}{\partial z_j} = \delta_{ij} - s_j`, 'true'],
  [SOFTMAX, r`\frac{\partial \log s_i}{\partial z_j} = 1 - s_j`, 'off-diagonal-forgotten'],
  [SOFTMAX, r`\frac{\partial s_i}{\partial z_j} = s_i(\delta_{ij} + s_j)`, 'sign-lost'],
  [CROSS_ENTROPY, r`\frac{\partial L}{\partial z_k} = \hat y_k - y_k`, 'true'],
  [CROSS_ENTROPY, r`\frac{\partial L}{\partial z_k} = y_k - \hat y_k`, 'sign-lost'],
  [CROSS_ENTROPY, r`\frac{\partial L}{\partial \hat y_i} = -\frac{y_i}{\hat y_i}`, 'true'],
  [CROSS_ENTROPY, r`\frac{\partial L}{\partial \hat y_i} = \frac{y_i}{\hat y_i}`, 'sign-lost'],
  [CROSS_ENTROPY, r`\frac{\partial L}{\partial z_k} = \hat y_k`, 'dropped-term'],
  [CROSS_ENTROPY, r`\frac{\partial L}{\partial z_k} = \hat y_k - 2y_k`, 'missing-factor'],
  [LOGISTIC, r`\nabla_w J = \frac{1}{m}\sum_{i=1}^m (\sigma(w^T x_i) - y_i)x_i`, 'true'],
  [LOGISTIC, r`\nabla_w J = \frac{1}{m}\sum_{i=1}^m (y_i - \sigma(w^T x_i))x_i`, 'sign-lost'],
  [LOGISTIC, r`\nabla_w J = \sum_{i=1}^m (\sigma(w^T x_i) - y_i)x_i`, 'missing-factor'],
  [LOGISTIC, r`\frac{\partial J}{\partial w} = \frac{1}{m}\sum_{i=1}^m (\sigma(w^T x_i) - y_i)x_i`, 'true'],
  [
    RIDGE,
    r`\nabla_{\mathbf{w}} J = 2\mathbf{X}^T(\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda\mathbf{w}`,
    'true',
  ],
  [
    RIDGE,
    r`\nabla_{\mathbf{w}} J = 2\mathbf{X}(\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda\mathbf{w}`,
    'transpose-lost',
  ],
  [
    RIDGE,
    r`\nabla_{\mathbf{w}} J = 2\mathbf{X}^T(\mathbf{X}\mathbf{w} - \mathbf{y}) + \lambda\mathbf{w}`,
    'missing-factor',
  ],
  [RIDGE, r`\nabla_{\mathbf{w}} J = 2\mathbf{X}^T(\mathbf{X}\mathbf{w} - \mathbf{y})`, 'dropped-term'],
  [RIDGE, r`\nabla^2_{\mathbf w} J = 2\mathbf{X}^T\mathbf{X} + 2\lambda\mathbf{I}`, 'true'],
  [GAUSSIAN, r`\frac{\partial \ell}{\partial \mu} = \frac{1}{\sigma^2}\sum_{i=1}^n (x_i-\mu)`, 'true'],
  [GAUSSIAN, r`\frac{\partial \ell}{\partial \mu} = -\frac{1}{\sigma^2}\sum_{i=1}^n (x_i-\mu)`, 'sign-lost'],
  [
    GAUSSIAN,
    r`\frac{\partial \ell}{\partial \sigma^2} = -\frac{n}{2\sigma^2} + \frac{1}{2\sigma^4}\sum_{i=1}^n (x_i-\mu)^2`,
    'true',
  ],
  [
    GAUSSIAN,
    r`\frac{\partial \ell}{\partial \sigma^2} = -\frac{n}{2\sigma^2} - \frac{1}{2\sigma^4}\sum_{i=1}^n (x_i-\mu)^2`,
    'sign-lost',
  ],
  [
    GAUSSIAN,
    r`\frac{\partial \ell}{\partial \sigma^2} = -\frac{n}{2\sigma^2} + \frac{1}{\sigma^4}\sum_{i=1}^n (x_i-\mu)^2`,
    'missing-factor',
  ],
  [BATCH_NORM, r`\frac{\partial \mu}{\partial x_k} = \frac1m`, 'true'],
  [BATCH_NORM, r`\frac{\partial \sigma^2}{\partial x_k} = \frac{2(x_k-\mu)}{m}`, 'true'],
  [BATCH_NORM, r`\frac{\partial \sigma^2}{\partial x_k} = 2(x_k-\mu)`, 'missing-factor'],
  [FORMS, r`\nabla_{\mathbf x}(\mathbf x^T\mathbf A\mathbf x) = (\mathbf A + \mathbf A^T)\mathbf x`, 'true'],
  [FORMS, r`\nabla_{\mathbf x}(\mathbf x^T\mathbf A\mathbf x) = 2\mathbf A\mathbf x`, 'symmetry-assumed'],
  [FORMS, r`\frac{\partial}{\partial \mathbf A}\log\det\mathbf A = \mathbf A^{-T}`, 'true'],
  [FORMS, r`\nabla_{\mathbf x}\|\mathbf x\| = \frac{\mathbf x}{\|\mathbf x\|}`, 'true'],
  [FORMS, r`\nabla_{\mathbf x}\|\mathbf x\| = 2\mathbf x`, 'norm-taken-as-squared'],
  [FORMS, r`\nabla_{\mathbf x}\|\mathbf x\|^2 = 2\mathbf x`, 'true'],
  [FORMS, r`\nabla_{\mathbf x}\|\mathbf x\|^2 = \mathbf x`, 'missing-factor'],
  [TRACES, r`\frac{\partial}{\partial X}\operatorname{tr}(AX) = A^T`, 'true'],
  [TRACES, r`\frac{\partial}{\partial X}\operatorname{tr}(X^TAX) = (A+A^T)X`, 'true'],
  [TRACES, r`\frac{\partial}{\partial X}\operatorname{tr}(AXB) = A^TB^T`, 'true'],
  [TRACES, r`\frac{\partial}{\partial X}\|AX-B\|_F^2 = 2A^T(AX-B)`, 'true'],
  [DIVERGENCE, r`\frac{\partial D}{\partial z_k} = q_k - p_k`, 'true'],
  [DIVERGENCE, r`\frac{\partial D}{\partial z_k} = p_k - q_k`, 'sign-lost'],
  [DIVERGENCE, r`\frac{\partial D}{\partial q_k} = -\frac{p_k}{q_k}`, 'true'],
  [LAYER, r`\frac{\partial L}{\partial \mathbf a} = \mathbf a - \mathbf y`, 'true'],
  [
    LAYER,
    r`\frac{\partial L}{\partial \mathbf z} = (\mathbf a - \mathbf y)\odot\mathbf a\odot(1-\mathbf a)`,
    'true',
  ],
  [
    LAYER,
    r`\frac{\partial L}{\partial \mathbf W} = ((\mathbf a - \mathbf y)\odot\mathbf a\odot(1-\mathbf a))\mathbf x^T`,
    'true',
  ],
  [
    LAYER,
    r`\frac{\partial L}{\partial \mathbf b} = (\mathbf a - \mathbf y)\odot\mathbf a\odot(1-\mathbf a)`,
    'true',
  ],
  [
    LAYER,
    r`\frac{\partial L}{\partial \mathbf x} = \mathbf W^T((\mathbf a - \mathbf y)\odot\mathbf a\odot(1-\mathbf a))`,
    'true',
  ],
  [NEURONS, r`\frac{\partial z_i}{\partial W_{kl}} = \delta_{ik}x_l`, 'true'],
  [NEURONS, r`\frac{\partial z_i}{\partial x_j} = W_{ij}`, 'true'],
  [NEURONS, r`\frac{\partial a_i}{\partial b_k} = a_i(1-a_i)\delta_{ik}`, 'true'],
  [NEURONS, r`\frac{\partial z_i}{\partial x_j} = W_{ji}`, 'transpose-lost'],
  [NEURONS, r`\frac{\partial a_i}{\partial x_j} = a_i(1-a_i)W_{ij}`, 'true'],
  [HINGE, r`\frac{\partial \ell}{\partial f} = \begin{cases} -y & y f < 1 \\ 0 & y f > 1\end{cases}`, 'true'],
  [
    COSINE,
    r`\frac{\partial c}{\partial \mathbf a} = \frac{\mathbf b}{\|\mathbf a\|\|\mathbf b\|} - c\frac{\mathbf a}{\|\mathbf a\|^2}`,
    'true',
  ],
  [
    COSINE,
    r`\frac{\partial c}{\partial \mathbf a} = \frac{\mathbf b}{\|\mathbf a\|\|\mathbf b\|}`,
    'dropped-term',
  ],
  [
    COSINE,
    r`\nabla_{\mathbf a} c = \frac{\mathbf b}{\|\mathbf a\|\|\mathbf b\|} + c\frac{\mathbf a}{\|\mathbf a\|^2}`,
    'sign-lost',
  ],
  [LOG_SUM_EXP, r`\frac{\partial f}{\partial z_k} = \frac{e^{z_k}}{\sum_{i=1}^n e^{z_i}}`, 'true'],
  [LOG_SUM_EXP, r`\frac{\partial f}{\partial z_k} = \frac{1}{\sum_{i=1}^n e^{z_i}}`, 'chain-forgotten'],
  [LOG_SUM_EXP, r`\nabla f = \text{softmax}(\mathbf z)`, 'true'],
  [ENTROPY, r`\frac{\partial H}{\partial p_k} = -\log p_k - 1`, 'true'],
  [ENTROPY, r`\frac{\partial H}{\partial p_k} = -\log p_k`, 'dropped-term'],
  [ENTROPY, r`\frac{\partial H}{\partial p_k} = -(1+\log p_k)`, 'true'],
  [POLICY, r`\frac{\partial \log\pi_a}{\partial\theta_b} = \delta_{ab} - \pi_b`, 'true'],
  [POLICY, r`\frac{\partial \log\pi_a}{\partial\theta_b} = \delta_{ab} - \pi_a`, 'integrated-instead'],
  [RMS, r`\frac{\partial r}{\partial x_k} = \frac{x_k}{n r}`, 'true'],
  [
    RMS,
    r`\frac{\partial y_i}{\partial x_k} = \frac{1}{r}\left(\delta_{ik} - \frac{y_i y_k}{n}\right)`,
    'true',
  ],
  [RMS, r`\frac{\partial y_i}{\partial x_k} = \frac{\delta_{ik}}{r}`, 'dependence-forgotten'],
  [
    DENSITY,
    r`\frac{\partial \ell}{\partial \boldsymbol\mu} = \boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)`,
    'true',
  ],
  [
    DENSITY,
    r`\frac{\partial \ell}{\partial \boldsymbol\mu} = -\boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)`,
    'sign-lost',
  ],
  [
    DENSITY,
    r`\frac{\partial \ell}{\partial \boldsymbol\Sigma} = -\frac12\boldsymbol\Sigma^{-1} + \frac12\boldsymbol\Sigma^{-1}(\mathbf x-\boldsymbol\mu)(\mathbf x-\boldsymbol\mu)^T\boldsymbol\Sigma^{-1}`,
    'true',
  ],
];

test.each(CLAIMS)('%s %s: %s', (before, claim, expected) => {
  const found = check(`${before}\n\n$$${claim}$$\n`).at(-1);
  expect(found && (found.verdict === 'true' ? 'true' : (found.mistake ?? found.verdict))).toBe(expected);
});
