package dsqlsim.architecture.dsql;

import dsqlsim.world.Message;

/** The control plane's word on membership. */
final class MembershipNews extends Message<DsqlNode> {
    private final Membership news;

    MembershipNews(Membership news) {
        this.news = news;
    }

    @Override
    protected void deliver() {
        to.onMembership(news);
    }

    @Override
    protected long identity() {
        return news.epoch() * 2 + (news.confirmed() ? 1 : 0);
    }

    @Override
    protected int kind() {
        return Kinds.MEMBERSHIP_NEWS;
    }
}
